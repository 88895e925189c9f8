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
 * Runs the tests of a class against an emulator in a separate process. The first test that needs it starts it. All classes
 * share it, each with its own account.
 *
 * <p>Values are injected into parameters of test methods, lifecycle methods and constructors, and into fields. Final
 * fields, fields with a value, and those with annotations of other libraries such as {@code @Autowired} are left alone.
 * These types can be injected:
 *
 * <ul>
 *   <li>any SDK client, synchronous or asynchronous, of a service that is emulated, signed by the root user of the account
 *       or by the caller that {@link Account} or {@link AsUser} selects;
 *   <li>{@link VpcLocalControl}, for the clock, traffic, faults, requests, snapshots;
 *   <li>{@link VpcLocalAccount} and {@link VpcLocal}, to create clients and users during the test;
 *   <li>{@link java.net.URI} (the endpoint), {@code AwsCredentials}, {@code AwsCredentialsProvider} and {@code Region}.
 * </ul>
 *
 * <p>In a test with a Spring application context, such as {@code @SpringBootTest}, the context's environment has {@code
 * spring.cloud.aws.endpoint}, {@code spring.cloud.aws.region.static}, {@code spring.cloud.aws.credentials.access-key} and
 * {@code secret-key}, and {@code aws.endpointUrl}, {@code aws.region}, {@code aws.accessKeyId} and {@code
 * aws.secretAccessKey}. The account then belongs to the context, and classes that share the context share the account.
 *
 * <p>A test can change the clock and add fault rules through an injected {@link VpcLocalControl}. These changes are undone
 * with the end of its account. Until then they affect all classes that run at the same time.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(VpcLocalExtension.class)
public @interface VpcLocalTest {

    /** When tests get an empty account. */
    enum Fresh {
        /** Each test method has its own account. */
        PER_METHOD,
        /** Each class with this annotation, including its nested classes, has its own account. */
        PER_CLASS,
        /** The account is never emptied. This matters if {@link Account} or a Spring context fixes the account. */
        NEVER
    }

    /** Whether this test run reuses an emulator of an earlier one. */
    enum Reuse {
        /**
         * The value of the environment variable {@code VPCLOCAL_TESTKIT_REUSE}, {@code true} or {@code false}. Without
         * it, true, unless {@code CI} is set.
         */
        DEFAULT,
        /** The emulator is reused. It ends after ten idle minutes. */
        ALWAYS,
        /** The emulator is not shared and ends with the JVM of the tests. */
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
     * When tests get an empty account. An account that {@link Account} or a Spring context fixes is emptied if other
     * tests have used it. Any other account is new.
     */
    Fresh fresh() default Fresh.PER_CLASS;

    /** The Region of clients. */
    String region() default "us-east-1";

    /**
     * Properties of the emulator, such as {@code vpclocal.quotas=strict}. Classes with the same properties share an
     * emulator. Each different set of properties starts another one.
     */
    String[] settings() default {};

    /**
     * Whether this class reuses an emulator of an earlier test run. Concurrent runs then share it, including its clock
     * and fault rules.
     */
    Reuse reuse() default Reuse.DEFAULT;

    /**
     * Whether the system properties {@code aws.endpointUrl}, {@code aws.region}, {@code aws.accessKeyId} and
     * {@code aws.secretAccessKey} point SDK clients with default configuration, such as {@code Ec2Client.create()}, to
     * the emulator while the class runs. System properties are global, so such classes cannot run in parallel.
     */
    boolean systemProperties() default false;
}
