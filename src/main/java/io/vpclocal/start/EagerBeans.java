package io.vpclocal.start;

import io.vpclocal.protocol.ApplicationClasses;
import java.util.List;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Beans that Spring creates during the start although bean creation is lazy: settings, so that a wrong one fails the start,
 * and the parts of Spring MVC that every request uses, because the database takes longer to start than they do.
 */
@Component
class EagerBeans implements LazyInitializationExcludeFilter {

    private static final List<Class<?>> OF_EVERY_REQUEST =
            List.of(HandlerMapping.class, HandlerAdapter.class, HandlerExceptionResolver.class);

    @Override
    public boolean isExcluded(String name, BeanDefinition definition, Class<?> type) {
        return (ApplicationClasses.contain(type) && type.isAnnotationPresent(ConfigurationProperties.class))
                || OF_EVERY_REQUEST.stream().anyMatch(early -> early.isAssignableFrom(type));
    }
}
