package io.vpclocal.protocol.web;

import io.vpclocal.protocol.Ids;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

    @Bean
    TomcatContextCustomizer awsErrorsOnly(Ids ids) {
        return context -> {
            context.getPipeline().addValve(new UnreadInput());
            if (context.getParent() instanceof StandardHost host) {
                report(host, new BadRequestValve(ids));
            }
        };
    }

    /** The last of the valves that report errors answers. Spring Boot adds another one after this method. */
    private static void report(StandardHost host, BadRequestValve valve) {
        // Tomcat adds a valve of this class if there is none.
        host.setErrorReportValveClass(BadRequestValve.class.getName());
        host.addLifecycleListener(event -> {
            if (event.getType().equals(Lifecycle.BEFORE_START_EVENT)) {
                host.getPipeline().addValve(valve);
            }
        });
    }
}
