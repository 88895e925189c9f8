package io.vpclocal.protocol.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code vpclocal.protocol.*}
 *
 * @param maxBodySize the largest accepted request body
 * @param bodyTimeout how long a request body may take to arrive
 * @param defaultRegion the Region of requests that name none, such as those with HTTP Basic credentials
 */
@ConfigurationProperties("vpclocal.protocol")
record ProtocolProperties(
        @DefaultValue("4MB") DataSize maxBodySize,
        @DefaultValue("20s") Duration bodyTimeout,
        @DefaultValue("us-east-1") String defaultRegion) {}
