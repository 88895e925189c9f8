package io.vpclocal.proxy.forward;

import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures Tomcat to accept HTTP that Amazon S3 accepts. */
@Configuration(proxyBeanMethods = false)
class ProxyConnector {

    @Bean
    TomcatContextCustomizer closesConnections() {
        return context -> context.getPipeline().addValve(new ConnectionEnd());
    }

    @Bean
    TomcatConnectorCustomizer takesWhatObjectStorageTakes(ProxyProperties properties) {
        return connector -> {
            // Keys can contain encoded slashes and backslashes.
            connector.setEncodedSolidusHandling("passthrough");
            connector.setEncodedReverseSolidusHandling("passthrough");
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                // A client that waits for 100 Continue gets a refusal before it sends its body.
                http.setContinueResponseTiming("onRead");
                http.setDisableUploadTimeout(false);
                http.setConnectionUploadTimeout(
                        Math.toIntExact(properties.bodyTimeout().toMillis()));
            }
        };
    }
}
