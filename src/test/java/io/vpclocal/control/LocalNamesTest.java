package io.vpclocal.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalNamesTest {

    private final LocalNames names = new LocalNames(List.of("emulator.example.com", "*.svc.cluster.local"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:4566",
                "LOCALHOST.:4566",
                "ec2.localhost",
                "127.0.0.1:4566",
                "127.8.9.10",
                "10.0.0.7:4566",
                "[::1]:4566",
                "[fe80::1]",
                "vpc-local:4566",
                "vpc_local",
                "localhost.localstack.cloud:4566",
                "ec2.localhost.localstack.cloud",
                "ec2.us-east-1.amazonaws.com",
                "b.bucket.vpce-0a1-x.s3.us-east-1.vpce.amazonaws.com:443",
                "host.docker.internal:4566",
                "emulator.example.com:8080",
                "vpc-local.test.svc.cluster.local"
            })
    void namesThatCannotBeRegisteredAreLocal(String host) {
        assertThat(names.contains(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example.com",
                "evil.example.com:4566",
                "localhost.evil.com",
                "127.0.0.1.evil.com",
                "notlocalhost.localstack.cloud",
                "amazonaws.com.evil.com",
                "svc.cluster.local",
                "[::1].evil.com"
            })
    void publicNamesAreNotLocal(String host) {
        assertThat(names.contains(host)).isFalse();
    }
}
