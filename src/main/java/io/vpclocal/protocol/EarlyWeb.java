package io.vpclocal.protocol;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;

/** What every request passes is made at the start, while the database gets ready, and not by the first request. */
@Component
class EarlyWeb implements LazyInitializationExcludeFilter {

    @Override
    public boolean isExcluded(String name, BeanDefinition definition, Class<?> type) {
        return HandlerMapping.class.isAssignableFrom(type)
                || HandlerAdapter.class.isAssignableFrom(type)
                || HandlerExceptionResolver.class.isAssignableFrom(type)
                || WireController.class.isAssignableFrom(type);
    }
}
