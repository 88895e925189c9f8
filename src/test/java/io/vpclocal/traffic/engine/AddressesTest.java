package io.vpclocal.traffic.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import io.vpclocal.traffic.address.Cidr;
import io.vpclocal.traffic.address.CidrTable;
import io.vpclocal.traffic.address.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quicktheories.core.Gen;

/** Addresses, blocks and longest-prefix lookup; texts of IPv6 from RFC 5952. */
class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.1.5,10.0.1.5",
        "255.255.255.255,255.255.255.255",
        "2001:DB8:0:0:1:0:0:1,2001:db8::1:0:0:1",
        "0:0:0:0:0:0:0:0,::",
        "::1,::1",
        "fe80:0:0:0:0:0:0:0,fe80::",
        "2001:db8:0:1:1:1:1:1,2001:db8:0:1:1:1:1:1",
        "2001:db8:1234:a100:8d6e:3477:df66:f105,2001:db8:1234:a100:8d6e:3477:df66:f105"
    })
    void textIsCanonical(String text, String expected) {
        assertThat(IpAddress.parse(text)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0", "10.0.0.256", "localhost", "", "::g", "1.2.3.4.5", "::ffff:1.2.3.4", "a.b"})
    void otherTextsAreRefused(String text) {
        assertThatThrownBy(() -> IpAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3,true,false",
        "172.16.0.1,true,false",
        "172.32.0.1,false,false",
        "192.168.0.1,true,false",
        "100.64.0.1,false,true",
        "100.128.0.1,false,false",
        "fd00::1,true,false",
        "2001:db8::1,false,false"
    })
    void privateAndSharedRanges(String text, boolean isPrivate, boolean isShared) {
        assertThat(IpAddress.parse(text).isPrivate()).isEqualTo(isPrivate);
        assertThat(IpAddress.parse(text).isShared()).isEqualTo(isShared);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "::/129", "10.0.0.0/x", "10.0.0.0/-1"})
    void impossibleBlocksAreRefused(String text) {
        assertThatThrownBy(() -> Cidr.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyAddressIsReadBackFromItsText() {
        qt().forAll(longs().all(), longs().all()).checkAssert((high, low) -> {
            IpAddress v6 = IpAddress.v6(high | 1L << 60, low);
            assertThat(IpAddress.parse(v6.toString())).isEqualTo(v6);
            IpAddress v4 = IpAddress.v4(low.intValue());
            assertThat(IpAddress.parse(v4.toString())).isEqualTo(v4);
        });
    }

    private static Gen<Cidr> blocks() {
        Gen<Integer> bits = integers().between(0, 255);
        Gen<Cidr> v4 = bits.zip(
                bits,
                integers().between(0, 32),
                (a, b, length) -> new Cidr(IpAddress.v4((a & 3) << 30 | (b & 0xF) << 20 | b), length));
        Gen<Cidr> v6 = bits.zip(
                bits,
                integers().between(0, 128),
                (a, b, length) -> new Cidr(IpAddress.v6((long) (a & 3) << 62 | b & 1, (long) b << 56 | a), length));
        return v4.mix(v6);
    }

    @Test
    void lookupFindsTheLongestPrefix() {
        qt().forAll(
                        lists().of(blocks()).ofSizeBetween(0, 25),
                        lists().of(blocks()).ofSize(20))
                .checkAssert((blocks, probes) -> {
                    List<CidrTable.Entry<Cidr>> entries = new ArrayList<>();
                    blocks.forEach(block -> entries.add(new CidrTable.Entry<>(block, block)));
                    CidrTable<Cidr> table = new CidrTable<>(entries);
                    List<IpAddress> addresses = new ArrayList<>();
                    probes.forEach(probe -> addresses.add(probe.base()));
                    blocks.forEach(block -> addresses.addAll(
                            List.of(block.base(), block.last(), block.last().plus(1))));
                    for (IpAddress address : addresses) {
                        Cidr expected = blocks.stream()
                                .filter(block -> block.contains(address))
                                .max(Comparator.comparingInt(Cidr::prefixLength))
                                .orElse(null);
                        assertThat(table.find(address)).isEqualTo(expected);
                    }
                });
    }
}
