package io.vpclocal.network.securitygroup;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.RuleTraffic;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quicktheories.QuickTheory;
import org.quicktheories.core.Gen;
import org.quicktheories.generators.SourceDSL;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** Conversion of rules to permissions: AWS documentation, EC2 API Reference, IpPermission; grouping as AWS answers. */
class IpPermissionsTest {

    private static final String ACCOUNT = "123456789012";

    @Test
    void rulesForTheSameTrafficAreOnePermission() {
        RuleTraffic https = TrafficReader.read("tcp", 443, 443);
        List<IpPermission> permissions = IpPermissions.of(
                List.of(
                        new RuleSpec(https, range("10.0.0.0/8"), "one"),
                        new RuleSpec(TrafficReader.read("udp", 443, 443), range("10.0.0.0/8")),
                        new RuleSpec(https, new RulePeer.Group("sg-1"), "two"),
                        new RuleSpec(https, range("2001:db8::/32")),
                        new RuleSpec(https, new RulePeer.PrefixList("pl-1")),
                        new RuleSpec(https, range("192.168.0.0/16"))),
                ACCOUNT);
        assertThat(permissions).extracting(IpPermission::ipProtocol).containsExactly("tcp", "udp");
        IpPermission first = permissions.get(0);
        assertThat(first.fromPort()).isEqualTo(443);
        assertThat(first.toPort()).isEqualTo(443);
        assertThat(first.ipRanges())
                .containsExactly(
                        IpRange.builder()
                                .cidrIp("10.0.0.0/8")
                                .description("one")
                                .build(),
                        IpRange.builder().cidrIp("192.168.0.0/16").build());
        assertThat(first.ipv6Ranges()).extracting(r -> r.cidrIpv6()).containsExactly("2001:db8::/32");
        assertThat(first.prefixListIds()).extracting(p -> p.prefixListId()).containsExactly("pl-1");
        assertThat(first.userIdGroupPairs())
                .containsExactly(UserIdGroupPair.builder()
                        .groupId("sg-1")
                        .userId(ACCOUNT)
                        .description("two")
                        .build());
    }

    @Test
    void differentPortsAreDifferentPermissions() {
        List<IpPermission> permissions = IpPermissions.of(
                List.of(
                        new RuleSpec(TrafficReader.read("tcp", 80, 80), range("10.0.0.0/8")),
                        new RuleSpec(TrafficReader.read("tcp", 80, 81), range("10.0.0.0/8"))),
                ACCOUNT);
        assertThat(permissions).extracting(IpPermission::toPort).containsExactly(80, 81);
    }

    @Test
    void protocolsWithoutPortsShowNone() {
        List<IpPermission> permissions = IpPermissions.of(
                List.of(
                        new RuleSpec(RuleTraffic.ALL, range("0.0.0.0/0")),
                        new RuleSpec(TrafficReader.read("50", 1, 2), range("0.0.0.0/0")),
                        new RuleSpec(TrafficReader.read("icmp", -1, -1), range("0.0.0.0/0"))),
                ACCOUNT);
        assertThat(permissions).extracting(IpPermission::fromPort).containsExactly(null, null, -1);
        assertThat(permissions).extracting(IpPermission::ipProtocol).containsExactly("-1", "50", "icmp");
    }

    @Test
    void noRuleIsLostAndNoTrafficAppearsTwice() {
        Gen<RuleSpec> rules = SourceDSL.integers()
                .between(1, 5)
                .zip(
                        SourceDSL.integers().between(0, 255),
                        (port, octet) -> new RuleSpec(
                                TrafficReader.read("tcp", port, port),
                                octet % 2 == 0 ? range("10." + octet + ".0.0/16") : new RulePeer.Group("sg-" + octet)));
        QuickTheory.qt()
                .forAll(SourceDSL.lists().of(rules).ofSizeBetween(0, 20))
                .checkAssert(list -> {
                    List<IpPermission> permissions = IpPermissions.of(list, ACCOUNT);
                    assertThat(permissions.stream()
                                    .mapToInt(p -> p.ipRanges().size()
                                            + p.userIdGroupPairs().size())
                                    .sum())
                            .isEqualTo(list.size());
                    assertThat(permissions.stream().map(IpPermission::fromPort)).doesNotHaveDuplicates();
                    assertThat(Stream.concat(
                                    permissions.stream()
                                            .flatMap(p -> p.ipRanges().stream().map(IpRange::cidrIp)),
                                    permissions.stream().flatMap(p -> p.userIdGroupPairs().stream()
                                            .map(UserIdGroupPair::groupId))))
                            .containsExactlyInAnyOrderElementsOf(
                                    list.stream().map(r -> r.peer().text()).toList());
                });
    }

    private static RulePeer range(String cidr) {
        return new RulePeer.Range(Cidr.parse(cidr).orElseThrow());
    }
}
