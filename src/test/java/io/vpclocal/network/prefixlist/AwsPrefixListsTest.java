package io.vpclocal.network.prefixlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.network.region.Region;
import io.vpclocal.network.region.Regions;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsPrefixListsTest {

    private final Regions regions = Regions.load();
    private final AwsPrefixLists lists = new AwsPrefixLists(regions);

    /** Recorded from AWS: DescribePrefixLists and DescribeManagedPrefixLists answers seen in public logs. */
    @ParameterizedTest
    @CsvSource({
        "us-east-1, pl-63a5400a, com.amazonaws.us-east-1.s3",
        "us-east-1, pl-02cd2c6b, com.amazonaws.us-east-1.dynamodb",
        "us-east-1, pl-3b927c52, com.amazonaws.global.cloudfront.origin-facing",
        "us-west-2, pl-68a54001, com.amazonaws.us-west-2.s3",
        "us-west-2, pl-00a54069, com.amazonaws.us-west-2.dynamodb",
        "us-west-2, pl-82a045eb, com.amazonaws.global.cloudfront.origin-facing",
        "eu-west-1, pl-6da54004, com.amazonaws.eu-west-1.s3",
        "eu-west-1, pl-6fa54006, com.amazonaws.eu-west-1.dynamodb",
        "ap-northeast-1, pl-78a54011, com.amazonaws.ap-northeast-1.dynamodb",
        "ap-south-1, pl-78a54011, com.amazonaws.ap-south-1.s3"
    })
    void knownIdsAreThoseOfAws(String region, String id, String name) {
        var list = lists.byId(region, id).orElseThrow();

        assertThat(list.name()).isEqualTo(name);
        assertThat(list.arn()).isEqualTo("arn:aws:ec2:" + region + ":aws:prefix-list/" + id);
        assertThat(lists.byName(region, name)).contains(list);
    }

    /** AWS documentation, VPC User Guide: "Available AWS-managed prefix lists". */
    @ParameterizedTest
    @CsvSource({
        "com.amazonaws.eu-central-1.s3, IPv4, 1, true",
        "com.amazonaws.eu-central-1.dynamodb, IPv4, 1, true",
        "com.amazonaws.eu-central-1.s3express, IPv4, 6, true",
        "com.amazonaws.eu-central-1.ec2-instance-connect, IPv4, 2, false",
        "com.amazonaws.eu-central-1.ipv6.ec2-instance-connect, IPv6, 2, false",
        "com.amazonaws.eu-central-1.route53-healthchecks, IPv4, 25, false",
        "com.amazonaws.eu-central-1.ipv6.route53-healthchecks, IPv6, 25, false",
        "com.amazonaws.eu-central-1.secretsmanager-managed-external-secrets, IPv4, 20, false",
        "com.amazonaws.eu-central-1.vpc-lattice, IPv4, 10, false",
        "com.amazonaws.eu-central-1.ipv6.vpc-lattice, IPv6, 10, false",
        "com.amazonaws.global.cloudfront.origin-facing, IPv4, 55, false",
        "com.amazonaws.global.ipv6.cloudfront.origin-facing, IPv6, 55, false",
        "com.amazonaws.global.groundstation, IPv4, 5, false"
    })
    void listsHaveTheirFamilyAndWeight(String name, String family, int weight, boolean gateway) {
        assertThat(lists.byName("eu-central-1", name)).hasValueSatisfying(list -> {
            assertThat(list.addressFamily()).isEqualTo(family);
            assertThat(list.weight()).isEqualTo(weight);
            assertThat(list.gateway()).isEqualTo(gateway);
        });
    }

    /** Our guess: a list whose id is not known gets one that users can rely on. */
    @Test
    void derivedIdsStayTheSame() {
        assertThat(lists.byName("us-east-1", "com.amazonaws.us-east-1.vpc-lattice"))
                .hasValueSatisfying(list -> assertThat(list.id()).isEqualTo("pl-4ef71d13"));
    }

    @Test
    void inRegion_idsAndNamesAreUniqueAndWellFormed() {
        for (Region region : regions.all()) {
            var here = lists.inRegion(region.name());
            assertThat(here).extracting(AwsPrefixList::id).doesNotHaveDuplicates();
            assertThat(here).extracting(AwsPrefixList::name).doesNotHaveDuplicates();
            assertThat(here).allSatisfy(list -> {
                assertThat(list.id()).matches("pl-[0-9a-f]{8}");
                assertThat(list.cidrs()).isNotEmpty();
                assertThat(list.name()).doesNotContain("{");
            });
            assertThat(here).filteredOn(AwsPrefixList::gateway).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"IPv4", "IPv6"})
    void blocksAreNetworksOfTheirFamilyAndNeverOverlapInARegion(String family) throws UnknownHostException {
        for (Region region : regions.all()) {
            var blocks = new ArrayList<Block>();
            for (AwsPrefixList list : lists.inRegion(region.name())) {
                if (list.addressFamily().equals(family)) {
                    blocks.addAll(Block.all(list));
                }
            }
            for (int i = 0; i < blocks.size(); i++) {
                for (Block other : blocks.subList(i + 1, blocks.size())) {
                    assertThat(blocks.get(i).overlaps(other))
                            .as("%s and %s in %s", blocks.get(i), other, region.name())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void unknownRegionsAndListsAreEmpty() {
        assertThat(lists.inRegion("mars-north-1")).isEmpty();
        assertThat(lists.byId("us-east-1", "pl-68a54001")).isEmpty();
        assertThat(lists.byName("us-east-1", "com.amazonaws.us-west-2.s3")).isEmpty();
    }

    /** First and last address of a CIDR block as numbers. */
    private record Block(String cidr, BigInteger first, BigInteger last) {

        static List<Block> all(AwsPrefixList list) throws UnknownHostException {
            var blocks = new ArrayList<Block>();
            for (String cidr : list.cidrs()) {
                blocks.add(of(cidr, list.addressFamily().equals("IPv4") ? 32 : 128));
            }
            return blocks;
        }

        static Block of(String cidr, int bits) throws UnknownHostException {
            String[] parts = cidr.split("/", 2);
            byte[] address = InetAddress.getByName(parts[0]).getAddress();
            assertThat(address).as(cidr).hasSize(bits / 8);
            var first = new BigInteger(1, address);
            var size = BigInteger.ONE.shiftLeft(bits - Integer.parseInt(parts[1]));
            assertThat(first.mod(size)).as("host bits of %s", cidr).isZero();
            return new Block(cidr, first, first.add(size).subtract(BigInteger.ONE));
        }

        boolean overlaps(Block other) {
            return first.compareTo(other.last) <= 0 && other.first.compareTo(last) <= 0;
        }
    }
}
