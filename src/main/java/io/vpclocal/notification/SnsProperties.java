package io.vpclocal.notification;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code vpclocal.sns.*}
 *
 * @param endpoint where connection notifications are published to, an emulator of Amazon SNS; without it they are recorded
 *     only
 */
@ConfigurationProperties("vpclocal.sns")
record SnsProperties(@Nullable URI endpoint) {}
