package io.vpclocal.start;

import io.vpclocal.protocol.ApplicationClasses;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fails the start for annotations that this emulator switches off, which would otherwise do nothing. It runs in an
 * emulator that is not packaged, and during packaging.
 */
@Component
final class UnsupportedAnnotations implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (AotDetector.useGeneratedArtifacts()) {
            return;
        }
        for (String name : beans.getBeanDefinitionNames()) {
            Class<?> type = beans.getType(name, false);
            if (type != null && ApplicationClasses.contain(type)) {
                check(type);
            }
        }
    }

    /** @throws IllegalStateException if a method of the class has an annotation that does nothing */
    static void check(Class<?> type) {
        boolean transactional = AnnotatedElementUtils.hasAnnotation(type, Transactional.class);
        for (Method method : type.getDeclaredMethods()) {
            String problem = problem(method, transactional);
            if (problem != null) {
                throw new IllegalStateException(
                        "The method " + type.getName() + "." + method.getName() + " has " + problem);
            }
        }
    }

    private static @Nullable String problem(Method method, boolean transactional) {
        if (AnnotatedElementUtils.hasAnnotation(method, EventListener.class)) {
            return "@EventListener, which is switched off. Implement ApplicationListener, ClockListener or ResetListener.";
        }
        if (!transactional && AnnotatedElementUtils.hasAnnotation(method, Transactional.class)) {
            return "@Transactional, which is only read in classes that have the annotation themselves.";
        }
        return null;
    }
}
