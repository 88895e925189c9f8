package io.vpclocal.testkit;

import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The configuration from the annotations of a test class or its enclosing classes.
 *
 * @param account null for a new one
 */
record Plan(
        VpcLocalTest.Fresh fresh,
        String region,
        Map<String, String> settings,
        VpcLocalTest.Reuse reuse,
        boolean systemProperties,
        @Nullable String account) {

    @VpcLocalTest
    private static final class Defaults {}

    /** Without {@link VpcLocalTest}, its defaults. */
    static Plan of(Class<?> testClass) {
        return find(testClass).orElseGet(() -> of(Defaults.class.getAnnotation(VpcLocalTest.class), testClass));
    }

    /** Empty without {@link VpcLocalTest}. */
    static Optional<Plan> find(Class<?> testClass) {
        return annotation(testClass, VpcLocalTest.class).map(test -> of(test, testClass));
    }

    /** The class whose tests and nested classes share a session. */
    static Class<?> owner(Class<?> testClass) {
        Class<?> outermost = testClass;
        for (Class<?> at = testClass; at != null; at = at.getEnclosingClass()) {
            if (AnnotationSupport.isAnnotated(at, VpcLocalTest.class)) {
                return at;
            }
            outermost = at;
        }
        return outermost;
    }

    VpcLocal emulator() {
        return VpcLocal.shared(settings, reuse);
    }

    /** The account of the annotation, or a new one. */
    VpcLocalAccount take(VpcLocal emulator) {
        return account == null ? emulator.newAccount(region) : emulator.account(account, region);
    }

    private static Plan of(VpcLocalTest test, Class<?> testClass) {
        Map<String, String> settings = new TreeMap<>();
        for (String setting : test.settings()) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        "A setting must have the form name=value, but was '" + setting + "'");
            }
            settings.put(
                    setting.substring(0, equals).strip(),
                    setting.substring(equals + 1).strip());
        }
        String account =
                annotation(testClass, Account.class).map(Account::value).orElse(null);
        return new Plan(test.fresh(), test.region(), settings, test.reuse(), test.systemProperties(), account);
    }

    private static <A extends Annotation> Optional<A> annotation(Class<?> testClass, Class<A> type) {
        for (Class<?> at = testClass; at != null; at = at.getEnclosingClass()) {
            Optional<A> found = AnnotationSupport.findAnnotation(at, type);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
