package io.vpclocal.start;

import io.vpclocal.protocol.ApplicationClasses;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Role;
import org.springframework.transaction.interceptor.TransactionAttributeSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@Configuration(proxyBeanMethods = false)
class StartConfiguration {

    @Bean
    @Primary
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static TransactionAttributeSource declaredTransactions() {
        return new DeclaredTransactions();
    }

    @Bean
    WebMvcRegistrations knownControllers() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new KnownControllers();
            }
        };
    }

    /** Looks for controllers among the emulator's own classes, and those that write its documentation. */
    private static final class KnownControllers extends RequestMappingHandlerMapping {

        private static final String DOCUMENTATION = "org.springdoc.";

        @Override
        protected boolean isHandler(Class<?> type) {
            return (ApplicationClasses.contain(type) || type.getName().startsWith(DOCUMENTATION))
                    && super.isHandler(type);
        }
    }
}
