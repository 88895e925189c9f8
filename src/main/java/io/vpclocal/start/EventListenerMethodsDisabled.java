package io.vpclocal.start;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.Role;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Switches off {@link EventListener} methods. Spring would search every method of every bean for them and load all classes
 * that those methods take and return. A listener implements an interface instead; {@link UnsupportedAnnotations} refuses a
 * method with the annotation.
 */
@Component
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
final class EventListenerMethodsDisabled implements BeanDefinitionRegistryPostProcessor {

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        // A packaged emulator does not have the definition: it was removed during packaging.
        if (registry.containsBeanDefinition(AnnotationConfigUtils.EVENT_LISTENER_PROCESSOR_BEAN_NAME)) {
            registry.removeBeanDefinition(AnnotationConfigUtils.EVENT_LISTENER_PROCESSOR_BEAN_NAME);
        }
    }
}
