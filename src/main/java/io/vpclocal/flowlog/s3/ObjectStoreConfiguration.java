package io.vpclocal.flowlog.s3;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses between an endpoint and a directory. */
@Configuration(proxyBeanMethods = false)
class ObjectStoreConfiguration {

    @Bean
    ObjectStore objectStore(S3Properties properties, @Value("${vpclocal.data-dir:}") String dataDirectory)
            throws IOException {
        if (!properties.endpoint().isEmpty()) {
            return new EndpointObjectStore(properties);
        }
        if (!properties.directory().isEmpty()) {
            return new DirectoryObjectStore(Path.of(properties.directory()).toAbsolutePath());
        }
        return dataDirectory.isEmpty()
                ? DirectoryObjectStore.temporary()
                : new DirectoryObjectStore(
                        Path.of(dataDirectory).toAbsolutePath().resolve("s3"));
    }
}
