package io.vpclocal.testkit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/** Adds the emulator to Spring contexts of annotated test classes. It is registered in {@code spring.factories}. */
final class VpcLocalContextCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        return Plan.find(testClass).map(VpcLocalContextCustomizer::of).orElse(null);
    }
}
