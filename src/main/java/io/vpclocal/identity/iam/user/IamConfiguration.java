package io.vpclocal.identity.iam.user;

import io.vpclocal.identity.signature.SecretVault;
import io.vpclocal.protocol.key.EmulatorKey;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans of the IAM module. */
@Configuration(proxyBeanMethods = false)
class IamConfiguration {

    /** Encrypts secret access keys. */
    @Bean
    SecretVault secretVault(EmulatorKey key) {
        return new SecretVault(key.derive("secrets"), new SecureRandom());
    }
}
