package io.vpclocal.network.securitygroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vpclocal.network.RuleTraffic;
import io.vpclocal.protocol.AwsException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AWS documentation, EC2 API Reference, IpPermission. */
class TrafficReaderTest {

    @ParameterizedTest
    @CsvSource({
        "tcp, 80, 443, tcp, 80, 443",
        "TCP, 0, 65535, tcp, 0, 65535",
        "6, 22, 22, tcp, 22, 22",
        "17, 53, 53, udp, 53, 53",
        "icmp, -1, -1, icmp, -1, -1",
        "1, 8, 0, icmp, 8, 0",
        "icmp, 3, -1, icmp, 3, -1",
        "icmpv6, , , icmpv6, -1, -1",
        "58, 128, 0, icmpv6, 128, 0",
        "-1, 0, 0, -1, -1, -1",
        "-1, 22, 22, -1, -1, -1",
        "50, 22, 22, 50, -1, -1",
        "0, , , 0, -1, -1",
        "255, , , 255, -1, -1",
    })
    void protocolsAndPortsAreReadAsAwsReadsThem(
            String protocol, Integer from, Integer to, String name, int first, int last) {
        RuleTraffic traffic = TrafficReader.read(protocol, from, to);
        assertThat(traffic.protocolName()).isEqualTo(name);
        assertThat(traffic.from()).isEqualTo(first);
        assertThat(traffic.to()).isEqualTo(last);
    }

    /** Texts as reported by AWS users. The texts about a reversed range and a code without a type are our guess. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| 80 | 80 | Invalid value 'null' for protocol."
                        + " VPC security group rules must specify protocols explicitly.",
                "gre | 80 | 80 | Invalid value 'gre' for IP protocol. Unknown protocol.",
                "256 | 80 | 80 | Invalid value '256' for IP protocol. Unknown protocol.",
                "-2 | 80 | 80 | Invalid value '-2' for IP protocol. Unknown protocol.",
                "tcp | | | Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.",
                "udp | 53 | | Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.",
                "tcp | | 80 | Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.",
                "icmp | 8 | | Invalid value 'Must specify both from and to ports with ICMP.' for portRange.",
                "icmpv6 | 128 | | Invalid value 'Must specify both from and to ports with ICMP.' for portRange.",
                "tcp | -1 | -1 | TCP/UDP (from) port (-1) out of range",
                "tcp | 0 | 65536 | TCP/UDP (to) port (65536) out of range",
                "tcp | 443 | 80 | Invalid TCP/UDP port range(443:80)",
                "icmp | 0 | 65535 | ICMP code (65535) out of range",
                "icmp | 256 | 0 | ICMP type (256) out of range",
                "icmp | -1 | 0 | ICMP code (0) may not be given for all ICMP types",
            })
    void impossibleTrafficIsRefused(String protocol, Integer from, Integer to, String message) {
        assertThatExceptionOfType(AwsException.class)
                .isThrownBy(() -> TrafficReader.read(protocol, from, to))
                .satisfies(e -> assertThat(e.code()).isEqualTo("InvalidParameterValue"))
                .withMessage(message);
    }
}
