package io.vpclocal.testkit;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Finds the account of a test's Spring context, if the test has one. */
final class SpringContexts {

    private static final String EXTENSION = "org.springframework.test.context.junit.jupiter.SpringExtension";

    private SpringContexts() {}

    /** Null without a Spring context. */
    static @Nullable String accountOf(ExtensionContext context) {
        return Stream.<Class<?>>iterate(context.getRequiredTestClass(), at -> at != null, Class::getEnclosingClass)
                        .anyMatch(SpringContexts::usesSpring)
                ? Loaded.accountOf(context)
                : null;
    }

    private static boolean usesSpring(Class<?> testClass) {
        return AnnotationSupport.findRepeatableAnnotations(testClass, ExtendWith.class).stream()
                .flatMap(extend -> Arrays.stream(extend.value()))
                .anyMatch(extension -> extension.getName().equals(EXTENSION));
    }

    /** A separate class, because most users do not have Spring. */
    private static final class Loaded {

        private static @Nullable String accountOf(ExtensionContext context) {
            return SpringExtension.getApplicationContext(context)
                    .getEnvironment()
                    .getProperty(VpcLocalContextCustomizer.ACCOUNT);
        }
    }
}
