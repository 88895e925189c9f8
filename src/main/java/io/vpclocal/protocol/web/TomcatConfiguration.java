package io.vpclocal.protocol.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

    @Bean
    TomcatContextCustomizer awsErrorsOnly() {
        return context -> {
            context.getPipeline().addValve(new UnreadInput());
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(BadRequestValve.class.getName());
            }
        };
    }
}
