package io.vpclocal.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of a class against an emulator beside their JVM. It is started when the first test needs it and shared
 * by all classes, which stay apart by having an account each.
 *
 * <p>Parameters of test methods, lifecycle methods and constructors, and fields, are given what they ask for, unless they
 * bear annotations of others such as {@code @Autowired}, or are final or filled already:
 *
 * <ul>
 *   <li>any SDK client, synchronous or asynchronous, of a service that is emulated, signed by the root user of the account,
 *       or by whom {@link Account} or {@link AsUser} name;
 *   <li>{@link VpcLocalControl}, for the clock, traffic, faults, requests, snapshots;
 *   <li>{@link VpcLocalAccount} and {@link VpcLocal}, to make clients and users as the test goes on;
 *   <li>{@link java.net.URI} (the endpoint), {@code AwsCredentials}, {@code AwsCredentialsProvider} and {@code Region}.
 * </ul>
 *
 * <p>In a test with a Spring application context, such as {@code @SpringBootTest}, the context's environment has {@code
 * spring.cloud.aws.endpoint}, {@code spring.cloud.aws.region.static}, {@code spring.cloud.aws.credentials.access-key} and
 * {@code secret-key}, and {@code aws.endpointUrl}, {@code aws.region}, {@code aws.accessKeyId} and {@code
 * aws.secretAccessKey}. The account then belongs to the context, and classes that share the context share the account.
 *
 * <p>A clock that a test moved, and fault rules that it added, through an injected {@link VpcLocalControl}, go when its
 * account goes. While they are there they concern all classes that run at the same time.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(VpcLocalExtension.class)
public @interface VpcLocalTest {

    /** When tests find their account empty. */
    enum Fresh {
        /** Each test method has an account of its own. */
        PER_METHOD,
        /** Each class with this annotation, with the classes nested in it, has an account of its own. */
        PER_CLASS,
        /** Nothing is ever emptied, which matters where {@link Account} or a Spring context fix the account. */
        NEVER
    }

    /** Whether an emulator that an earlier run of tests has started serves this one too. */
    enum Reuse {
        /**
         * What the environment variable {@code VPCLOCAL_TESTKIT_REUSE} says, {@code true} or {@code false}; without it, yes,
         * but not where {@code CI} is set.
         */
        DEFAULT,
        /** It does, and ends when nobody has called it for ten minutes. */
        ALWAYS,
        /** The emulator ends with the JVM of the tests, and no other JVM uses it. */
        NEVER;

        private static final String VARIABLE = "VPCLOCAL_TESTKIT_REUSE";

        boolean wanted(Map<String, String> environment) {
            if (this != DEFAULT) {
                return this == ALWAYS;
            }
            String said = environment.getOrDefault(VARIABLE, "").strip().toLowerCase(Locale.ROOT);
            String ci = environment.getOrDefault("CI", "").strip().toLowerCase(Locale.ROOT);
            return switch (said) {
                case "true" -> true;
                case "false" -> false;
                case "" -> ci.isEmpty() || ci.equals("false");
                default ->
                    throw new IllegalArgumentException(
                            VARIABLE + " is '" + environment.get(VARIABLE) + "'. Use true or false.");
            };
        }
    }

    /**
     * When tests find their account empty. An account that {@link Account} or a Spring context fix is emptied if others
     * have used it; any other is a new one.
     */
    Fresh fresh() default Fresh.PER_CLASS;

    /** The Region of clients. */
    String region() default "us-east-1";

    /**
     * Properties of the emulator, such as {@code vpclocal.quotas=strict}. Classes with the same properties share an
     * emulator; each further set of properties starts one.
     */
    String[] settings() default {};

    /**
     * Whether an emulator that an earlier run of tests has started serves this class too. Other runs at the same time then
     * share it, with its clock and fault rules.
     */
    Reuse reuse() default Reuse.DEFAULT;

    /**
     * Whether the system properties {@code aws.endpointUrl}, {@code aws.region}, {@code aws.accessKeyId} and {@code
     * aws.secretAccessKey} lead SDK clients that configure themselves, such as {@code Ec2Client.create()}, to the emulator
     * while the class runs. They are the JVM's: such classes cannot run at the same time.
     */
    boolean systemProperties() default false;
}
