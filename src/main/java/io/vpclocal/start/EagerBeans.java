package io.vpclocal.start;

import io.vpclocal.protocol.ApplicationClasses;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/** Settings are created during the start although bean creation is lazy, so that a wrong one fails the start. */
@Component
class EagerBeans implements LazyInitializationExcludeFilter {

    @Override
    public boolean isExcluded(String name, BeanDefinition definition, Class<?> type) {
        return ApplicationClasses.contain(type) && type.isAnnotationPresent(ConfigurationProperties.class);
    }
}
