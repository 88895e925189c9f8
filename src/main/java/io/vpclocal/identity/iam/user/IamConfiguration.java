package io.vpclocal.identity.iam.user;

import io.vpclocal.identity.signature.SecretVault;
import io.vpclocal.protocol.key.EmulatorKey;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the rules of IAM need and nobody else provides. */
@Configuration(proxyBeanMethods = false)
class IamConfiguration {

    /** Seals the secrets of access keys. */
    @Bean
    SecretVault secretVault(EmulatorKey key) {
        return new SecretVault(key.derive("secrets"), new SecureRandom());
    }
}
