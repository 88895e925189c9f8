package io.vpclocal.network.networkinterface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.vpclocal.network.Cidr;
import io.vpclocal.protocol.AwsException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are reserved: AWS documentation, VPC User Guide, subnet sizing. The order of allocation is ours. */
class Ipv4PoolTest {

    private static final Cidr SUBNET = Cidr.parse("10.0.0.0/27").orElseThrow();
    private static final int USABLE = 32 - 5;

    @Test
    void addressesGoUpwardsFromTheFirstThatIsNotReserved() {
        Ipv4Pool pool = pool(Set.of());
        assertThat(pool.take().at(0)).isEqualTo("10.0.0.4");
        assertThat(pool.take().at(0)).isEqualTo("10.0.0.5");
    }

    @Test
    void gapsAreUsedWhenTheEndIsReached() {
        Ipv4Pool pool = pool(Set.of(number("10.0.0.4"), number("10.0.0.30")));
        assertThat(pool.take().at(0)).isEqualTo("10.0.0.5");
    }

    @Test
    void eachFreeAddressIsGivenOnce() {
        qt().forAll(lists().of(integers().between(4, 30)).ofSizeBetween(0, 27)).checkAssert(offsets -> {
            Set<Long> used = new HashSet<>();
            offsets.forEach(offset -> used.add(number("10.0.0.0") + offset));
            Ipv4Pool pool = pool(used);
            Set<Long> given = new HashSet<>();
            for (int i = used.size(); i < USABLE; i++) {
                long number = pool.take().network().longValueExact();
                assertThat(given.add(number)).isTrue();
                assertThat(used).doesNotContain(number);
                assertThat(Ipv4Pool.free(SUBNET, Cidr.address(text(number)).orElseThrow()))
                        .isTrue();
            }
            assertThatThrownBy(pool::take).isInstanceOfSatisfying(AwsException.class, e -> assertThat(e.code())
                    .isEqualTo("InsufficientFreeAddressesInSubnet"));
        });
    }

    @Test
    void chosenAndFreeAddressesNeverClash() {
        qt().forAll(lists().of(integers().between(4, 30)).ofSizeBetween(1, 20)).checkAssert(offsets -> {
            Ipv4Pool pool = pool(Set.of());
            List<String> given = new ArrayList<>();
            for (int offset : new TreeSet<>(offsets)) {
                given.add(pool.take("10.0.0." + offset).at(0));
            }
            while (given.size() < USABLE) {
                given.add(pool.take().at(0));
            }
            assertThat(given).doesNotHaveDuplicates();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.3, InvalidParameterValue, Address is in subnet's reserved address range",
        "10.0.0.0, InvalidParameterValue, Address is in subnet's reserved address range",
        "10.0.0.31, InvalidParameterValue, Address is in subnet's reserved address range",
        "10.0.0.32, InvalidParameterValue, Address does not fall within the subnet's address range",
        "10.0.0, InvalidParameterValue, invalid value for parameter address: 10.0.0",
        "2001:db8::1, InvalidParameterValue, invalid value for parameter address: 2001:db8::1",
        "10.0.0.9, InvalidIPAddress.InUse, The specified address is already in use.",
    })
    void unusableChoicesAreRefused(String address, String code, String message) {
        Ipv4Pool pool = pool(Set.of(number("10.0.0.9")));
        assertThatThrownBy(() -> pool.take(address)).isInstanceOfSatisfying(AwsException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.text()).isEqualTo(message);
        });
    }

    /** Of the 27 usable addresses, 12 are in blocks and one is in use. */
    @ParameterizedTest
    @ValueSource(ints = {4, 30})
    void blocksAreSkipped(int used) {
        Ipv4Pool pool = pool(
                Set.of(number("10.0.0." + used)),
                new Ipv4Pool.Blocks(
                        List.of(Cidr.parse("10.0.0.8/29").orElseThrow()),
                        List.of(Cidr.parse("10.0.0.20/30").orElseThrow())));
        Set<Integer> free = new TreeSet<>(Set.of(4, 5, 6, 7, 16, 17, 18, 19, 24, 25, 26, 27, 28, 29, 30));
        free.remove(used);
        Set<Integer> given = new TreeSet<>();
        for (int i = 0; i < free.size(); i++) {
            given.add((int) (pool.take().network().longValueExact() & 255));
        }
        assertThat(given).isEqualTo(free);
        assertThatThrownBy(pool::take).isInstanceOf(AwsException.class);
        assertThat(pool.take("10.0.0.21").at(0)).isEqualTo("10.0.0.21");
        assertThatThrownBy(() -> pool.take("10.0.0.9"))
                .isInstanceOfSatisfying(
                        AwsException.class, e -> assertThat(e.code()).isEqualTo("InvalidIPAddress.InUse"));
    }

    private static Ipv4Pool pool(Set<Long> used) {
        return pool(used, Ipv4Pool.Blocks.NONE);
    }

    private static Ipv4Pool pool(Set<Long> used, Ipv4Pool.Blocks blocks) {
        Ipv4Pool.Used present = new Ipv4Pool.Used() {
            @Override
            public boolean contains(long address) {
                return used.contains(address);
            }

            @Override
            public long highest() {
                return used.stream().mapToLong(Long::longValue).max().orElse(-1);
            }

            @Override
            public Set<Long> all() {
                return used;
            }
        };
        return new Ipv4Pool(SUBNET, present, blocks);
    }

    private static long number(String address) {
        return Cidr.address(address).orElseThrow().network().longValueExact();
    }

    private static String text(long number) {
        return "10.0.0." + (number & 255);
    }
}
