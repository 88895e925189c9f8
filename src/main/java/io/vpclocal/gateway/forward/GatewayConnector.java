package io.vpclocal.gateway.forward;

import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What Amazon S3 takes of HTTP, and Tomcat by itself does not. */
@Configuration(proxyBeanMethods = false)
class GatewayConnector {

    @Bean
    TomcatConnectorCustomizer takesWhatObjectStorageTakes() {
        return connector -> {
            // Keys may hold encoded slashes and backslashes.
            connector.setEncodedSolidusHandling("passthrough");
            connector.setEncodedReverseSolidusHandling("passthrough");
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                // A refused upload is refused before it is sent.
                http.setContinueResponseTiming("onRead");
            }
        };
    }
}
