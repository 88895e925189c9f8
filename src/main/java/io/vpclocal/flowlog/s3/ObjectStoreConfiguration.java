package io.vpclocal.flowlog.s3;

import io.vpclocal.upstream.Upstream;
import io.vpclocal.upstream.Upstreams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the store: the configured endpoint or directory, else the upstream of Amazon S3, else a default directory. */
@Configuration(proxyBeanMethods = false)
class ObjectStoreConfiguration {

    @Bean
    ObjectStore objectStore(
            S3Properties properties, Upstreams upstreams, @Value("${vpclocal.data-dir:}") String dataDirectory)
            throws IOException {
        if (!properties.endpoint().isEmpty()) {
            return new EndpointObjectStore(properties);
        }
        if (!properties.directory().isEmpty()) {
            return new DirectoryObjectStore(Path.of(properties.directory()).toAbsolutePath());
        }
        Optional<Upstream> upstream = upstreams.of("s3");
        if (upstream.isPresent()) {
            return new EndpointObjectStore(at(upstream.get(), properties));
        }
        return dataDirectory.isEmpty()
                ? DirectoryObjectStore.temporary()
                : new DirectoryObjectStore(
                        Path.of(dataDirectory).toAbsolutePath().resolve("s3"));
    }

    private static S3Properties at(Upstream upstream, S3Properties properties) {
        return new S3Properties(
                upstream.uri().toString(),
                "",
                properties.region(),
                Objects.requireNonNullElse(upstream.accessKeyId(), properties.accessKeyId()),
                Objects.requireNonNullElse(upstream.secret(), properties.secretAccessKey()));
    }
}
