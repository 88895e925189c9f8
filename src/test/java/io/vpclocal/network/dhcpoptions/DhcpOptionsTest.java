package io.vpclocal.network.dhcpoptions;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.DhcpConfiguration;
import software.amazon.awssdk.services.ec2.model.DhcpOptions;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NewDhcpConfiguration;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Expected answers: AWS documentation, unless a test says otherwise. */
@EmulatorTest
class DhcpOptionsTest {

    private static final String UNKNOWN = "dopt-0123456789abcdef0";

    @Autowired
    private Aws aws;

    private Ec2Client ec2;

    @BeforeEach
    void newAccount() {
        ec2 = aws.ec2();
    }

    @Test
    void aNewSetIsDescribedAsItWasMade() {
        DhcpOptions created = ec2.createDhcpOptions(r -> r.dhcpConfigurations(
                                option("domain-name", "example.com"),
                                option("domain-name-servers", "10.0.0.2,10.0.0.3", "AmazonProvidedDNS"),
                                option("netbios-node-type", "2"))
                        .tagSpecifications(TagSpecification.builder()
                                .resourceType("dhcp-options")
                                .tags(Tag.builder().key("k").value("v").build())
                                .build()))
                .dhcpOptions();
        assertThat(created.dhcpOptionsId()).matches("dopt-[0-9a-f]{17}");
        assertThat(created.dhcpConfigurations())
                .extracting(DhcpOptionsTest::text)
                .containsExactly(
                        "domain-name=example.com",
                        "domain-name-servers=10.0.0.2 10.0.0.3 AmazonProvidedDNS",
                        "netbios-node-type=2");
        assertThat(ec2.describeDhcpOptions(r -> r.dhcpOptionsIds(created.dhcpOptionsId()))
                        .dhcpOptions())
                .containsExactly(created);
        for (String[] filter : new String[][] {
            {"key", "netbios-*"},
            {"value", "10.0.0.3"},
            {"tag:k", "v"},
            {"tag-key", "k"},
            {"owner-id", created.ownerId()},
            {"dhcp-options-id", created.dhcpOptionsId()}
        }) {
            assertThat(found(filter[0], filter[1])).as(filter[0]).contains(created);
        }
        assertThat(found("key", "ntp-servers")).isEmpty();
        assertThat(found("value", "AmazonProvidedDNS")).hasSizeGreaterThan(1);
        assertThat(found("value", "2")).containsExactly(created);
    }

    @Test
    void newVpcsOfARegionUseItsDefaultSet() {
        String account = Aws.newAccount();
        Ec2Client virginia = aws.ec2(account);
        Ec2Client ireland = aws.ec2(Aws.root(account), Region.EU_WEST_1);
        String first = optionsOf(virginia, vpc(virginia));
        assertThat(first).startsWith("dopt-").isEqualTo(optionsOf(virginia, vpc(virginia)));
        assertThat(virginia.describeDhcpOptions().dhcpOptions().get(0).dhcpConfigurations())
                .extracting(DhcpOptionsTest::text)
                .containsExactly("domain-name=ec2.internal", "domain-name-servers=AmazonProvidedDNS");

        assertThat(optionsOf(ireland, vpc(ireland))).isNotEqualTo(first);
        assertThat(ireland.describeDhcpOptions().dhcpOptions().get(0).dhcpConfigurations())
                .extracting(DhcpOptionsTest::text)
                .contains("domain-name=eu-west-1.compute.internal");
    }

    @Test
    void aSetCanBeDeletedWhenNoVpcUsesIt() {
        String vpc = vpc(ec2);
        String id = create(option("domain-name", "example.com"));
        ec2.associateDhcpOptions(r -> r.dhcpOptionsId(id).vpcId(vpc));
        assertThat(optionsOf(ec2, vpc)).isEqualTo(id);
        Expect.awsError(
                "DependencyViolation",
                "The dhcpOptions '" + id + "' has dependencies and cannot be deleted.",
                () -> ec2.deleteDhcpOptions(r -> r.dhcpOptionsId(id)));
        ec2.associateDhcpOptions(r -> r.dhcpOptionsId("default").vpcId(vpc));
        assertThat(optionsOf(ec2, vpc)).isEqualTo("default");
        ec2.deleteDhcpOptions(r -> r.dhcpOptionsId(id));
        Expect.awsError("InvalidDhcpOptionID.NotFound", () -> ec2.describeDhcpOptions(r -> r.dhcpOptionsIds(id)));
    }

    /** The codes: Terraform's provider, and recorded from AWS. The texts are our guess. */
    @Test
    void unknownSetsAndVpcsAreRefused() {
        String vpc = vpc(ec2);
        String text = "The dhcpOption ID '" + UNKNOWN + "' does not exist";
        Expect.awsError(
                "InvalidDhcpOptionsID.NotFound",
                "The dhcpOptions ID '" + UNKNOWN + "' does not exist",
                () -> ec2.deleteDhcpOptions(r -> r.dhcpOptionsId(UNKNOWN)));
        Expect.awsError(
                "InvalidDhcpOptionID.NotFound",
                text,
                () -> ec2.associateDhcpOptions(r -> r.dhcpOptionsId(UNKNOWN).vpcId(vpc)));
        Expect.awsError(
                "InvalidDhcpOptionsId.Malformed",
                "Invalid id: \"options\" (expecting \"dopt-...\")",
                () -> ec2.deleteDhcpOptions(r -> r.dhcpOptionsId("options")));
        Expect.awsError(
                "InvalidVpcID.NotFound",
                () -> ec2.associateDhcpOptions(r -> r.dhcpOptionsId("default").vpcId("vpc-0123456789abcdef0")));
    }

    /** Recorded from AWS for too many values. UNVERIFIED: other values, and the form of several values. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "domain | example.com | Value (domain) for parameter name is invalid. Unknown DHCP option",
                "domain-name-servers | dns | Value (dns) for parameter value is invalid. Invalid DHCP option"
                        + " value.",
                "ntp-servers | AmazonProvidedDNS | Value (AmazonProvidedDNS) for parameter value is invalid. Invalid DHCP option"
                        + " value.",
                "netbios-name-servers | ::1 | Value (::1) for parameter value is invalid. Invalid DHCP option"
                        + " value.",
                "netbios-node-type | 128 | Value (128) for parameter value is invalid. Invalid DHCP option" + " value.",
                "netbios-node-type | -129 | Value (-129) for parameter value is invalid. Invalid DHCP option"
                        + " value.",
                "netbios-node-type | two | Value (two) for parameter value is invalid. Invalid DHCP option" + " value.",
                "ipv6-address-preferred-lease-time | 139 | Value (139) for parameter value is invalid. Invalid DHCP option"
                        + " value.",
                "ipv6-address-preferred-lease-time | 2147483648 | Value (2147483648) for parameter value is invalid. Invalid DHCP option"
                        + " value.",
                "domain-name-servers | 1.1.1.1,1.1.1.2,1.1.1.3,1.1.1.4,1.1.1.5 | Value (1.1.1.1, 1.1.1.2, 1.1.1.3, 1.1.1.4,"
                        + " 1.1.1.5) for parameter value is invalid. Invalid DHCP option value.",
                "ntp-servers | 1.1.1.1,1.1.1.2,1.1.1.3,1.1.1.4,1.1.1.5 | Value (1.1.1.1, 1.1.1.2, 1.1.1.3, 1.1.1.4,"
                        + " 1.1.1.5) for parameter value is invalid. Invalid DHCP option value."
            })
    void impossibleOptionsAreRefused(String key, String value, String message) {
        Expect.awsError("InvalidParameterValue", message, () -> create(option(key, value)));
    }

    /** EC2 API Reference, CreateDhcpOptions: up to four servers of each address family. */
    @Test
    void fourServersOfEachFamilyAreTaken() {
        create(option("ntp-servers", "1.1.1.1,1.1.1.2,1.1.1.3,1.1.1.4,::1,::2,::3,::4"));
    }

    /** Our guess. */
    @Test
    void aSetNeedsOptionsWithValues() {
        Expect.awsError(
                "MissingParameter",
                "The request must contain the parameter dhcpConfigurations",
                () -> ec2.createDhcpOptions(r -> {}));
        Expect.awsError(
                "MissingParameter",
                "The request must contain the parameter value",
                () -> create(NewDhcpConfiguration.builder().key("domain-name").build()));
    }

    /** Recorded from AWS. */
    @Test
    void optionsGivenTwiceAreMergedAndASetMayHaveSeveralDomainNames() {
        DhcpOptions created = ec2.createDhcpOptions(r -> r.dhcpConfigurations(
                        option("domain-name", "example.com", "example.net"),
                        option("ntp-servers", "10.0.0.1"),
                        option("domain-name", "example.org")))
                .dhcpOptions();
        assertThat(created.dhcpConfigurations())
                .extracting(DhcpOptionsTest::text)
                .containsExactly("domain-name=example.com example.net example.org", "ntp-servers=10.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "ipv6-address-preferred-lease-time, 140",
        "ntp-servers, 2001:db8::1",
        "netbios-node-type, -128",
        "netbios-node-type, 0",
        "netbios-node-type, 127",
        "netbios-name-servers, 10.0.0.1",
        "domain-name-servers, 10.0.0.1"
    })
    void possibleOptionsAreAccepted(String key, String value) {
        create(option(key, value));
        assertThat(found("value", value)).hasSize(1);
    }

    private List<DhcpOptions> found(String filter, String value) {
        return ec2.describeDhcpOptions(r ->
                        r.filters(Filter.builder().name(filter).values(value).build()))
                .dhcpOptions();
    }

    private String create(NewDhcpConfiguration... options) {
        return ec2.createDhcpOptions(r -> r.dhcpConfigurations(options))
                .dhcpOptions()
                .dhcpOptionsId();
    }

    private static String vpc(Ec2Client ec2) {
        return ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
    }

    private static String optionsOf(Ec2Client ec2, String vpc) {
        return ec2.describeVpcs(r -> r.vpcIds(vpc)).vpcs().get(0).dhcpOptionsId();
    }

    private static NewDhcpConfiguration option(String key, String... values) {
        return NewDhcpConfiguration.builder().key(key).values(values).build();
    }

    private static String text(DhcpConfiguration option) {
        return option.key() + "="
                + option.values().stream().map(AttributeValue::value).collect(Collectors.joining(" "));
    }
}
