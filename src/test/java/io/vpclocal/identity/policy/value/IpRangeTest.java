package io.vpclocal.identity.policy.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.math.BigInteger;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,        10.255.255.255, true",
        "10.0.0.0/8,        11.0.0.0,       false",
        "10.1.2.3/8,        10.9.9.9,       true",
        "203.0.113.7,       203.0.113.7,    true",
        "203.0.113.7,       203.0.113.8,    false",
        "0.0.0.0/0,         255.255.255.255, true",
        "2001:db8::/32,     2001:db8:ffff::1, true",
        "2001:db8::/32,     2001:db9::1,    false",
        "2001:db8::1,       2001:db8:0:0:0:0:0:1, true",
        "2001:db8::/65,     2001:db8:0:0:7fff::, true",
        "2001:db8::/65,     2001:db8:0:0:8000::, false",
        "::/0,              10.0.0.1,       false",
        "::/0,              ::1,            true",
        "::ffff:10.0.0.0/104, ::ffff:10.1.1.1, true",
        "1::1.2.3.4,        1::102:304,     true",
        "192.0.2.0/+24,     192.0.2.77,     true",
        "192.0.2.0/+24,     192.0.3.0,      false",
        "192.0.2.0/024,     192.0.2.77,     true",
        "2001:db8::/+32,    2001:db8::1,    true",
    })
    void contains(String range, String address, boolean contained) {
        IpRange parsed = Objects.requireNonNull(IpRange.parse(range));
        assertThat(parsed.contains(Objects.requireNonNull(IpRange.parseAddress(address))))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10",
                "10.0.0",
                "10.0.0.256",
                "10.0.0.1.2",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/x",
                "10.0.0.0/+",
                "10.0.0.0/-0",
                "10.0.0.0/++8",
                "10.0.0.0/ 8",
                "10.0.0.0/+33",
                "localhost",
                ":",
                ":::",
                "1:2",
                "1::2::3",
                "::g",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::1/129",
                "1:",
                ":1",
                "::1%eth0",
                "10.0.0.0001",
                "+1.2.3.4",
                "::1.2.3",
                "1:2:3:4:5:6:7:1.2.3.4"
            })
    void refused(String text) {
        assertThat(IpRange.parse(text)).isNull();
    }

    @Test
    void agrees_with_big_integers_about_ipv4() {
        qt().withExamples(2_000)
                .forAll(integers().all(), integers().all(), integers().between(0, 32))
                .check((network, address, prefix) -> {
                    IpRange range = Objects.requireNonNull(IpRange.parse(dotted(network) + "/" + prefix));
                    BigInteger difference = BigInteger.valueOf((network ^ address) & 0xFFFF_FFFFL);
                    boolean contained = difference.bitLength() <= 32 - prefix;
                    return range.contains(Objects.requireNonNull(IpRange.parse(dotted(address)))) == contained;
                });
    }

    private static String dotted(int bits) {
        return (bits >>> 24) + "." + (bits >>> 16 & 255) + "." + (bits >>> 8 & 255) + "." + (bits & 255);
    }
}
