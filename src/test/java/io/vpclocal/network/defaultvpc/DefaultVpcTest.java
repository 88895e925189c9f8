package io.vpclocal.network.defaultvpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.vpclocal.network.region.Regions;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AccountAttribute;
import software.amazon.awssdk.services.ec2.model.AccountAttributeName;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** AWS documentation, VPC User Guide: "Default VPCs", unless a test says otherwise. */
@EmulatorTest
class DefaultVpcTest {

    @Autowired
    private Aws aws;

    @Autowired
    private DefaultVpcOpener opener;

    @Autowired
    private DefaultVpcs defaultVpcs;

    @Autowired
    private Regions regions;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void everyAccountHasADefaultVpc() {
        Ec2Client ec2 = aws.ec2();
        Vpc vpc = onlyVpc(ec2);
        assertThat(vpc.isDefault()).isTrue();
        assertThat(vpc.cidrBlock()).isEqualTo("172.31.0.0/16");

        List<Subnet> subnets = ec2.describeSubnets().subnets();
        assertThat(subnets)
                .extracting(Subnet::availabilityZone)
                .containsExactly("us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d", "us-east-1e", "us-east-1f");
        assertThat(subnets).allSatisfy(subnet -> {
            assertThat(subnet.cidrBlock()).endsWith("/20");
            assertThat(subnet.mapPublicIpOnLaunch()).isTrue();
            assertThat(subnet.defaultForAz()).isTrue();
            assertThat(subnet.vpcId()).isEqualTo(vpc.vpcId());
        });
        String gateway = ec2.describeInternetGateways(
                        r -> r.filters(f -> f.name("attachment.vpc-id").values(vpc.vpcId())))
                .internetGateways()
                .get(0)
                .internetGatewayId();
        assertThat(ec2.describeRouteTables().routeTables()).singleElement().satisfies(main -> assertThat(main.routes())
                .extracting(Route::destinationCidrBlock, Route::gatewayId, Route::stateAsString)
                .containsExactly(tuple("172.31.0.0/16", "local", "active"), tuple("0.0.0.0/0", gateway, "active")));
    }

    @Test
    void regionsHaveTheirOwn() {
        String account = Aws.newAccount();
        Vpc here = onlyVpc(aws.ec2(account));
        Ec2Client ireland = aws.ec2(Aws.root(account), Region.EU_WEST_1);
        assertThat(onlyVpc(ireland).vpcId()).isNotEqualTo(here.vpcId());
        assertThat(ireland.describeSubnets().subnets())
                .hasSize(3)
                .allSatisfy(subnet -> assertThat(subnet.availabilityZone()).startsWith("eu-west-1"));
    }

    @Test
    void concurrentFirstCallsFindTheSameOne() throws Exception {
        Ec2Client ec2 = aws.ec2();
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            calls.add(() -> onlyVpc(ec2).vpcId());
        }
        assertThat(results(calls)).hasSize(64).containsOnly(onlyVpc(ec2).vpcId());
    }

    /** Nodes share only the database. */
    @Test
    void concurrentFirstCallsOnSeveralNodesMakeOne() throws Exception {
        String account = Aws.newAccount();
        Scope scope = new Scope(account, "us-east-1");
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            DefaultVpcOpener node =
                    new DefaultVpcOpener(defaultVpcs, regions, new NetworkProperties(true), transactions);
            calls.add(() -> {
                node.open(AwsService.EC2, scope);
                return true;
            });
        }
        assertThat(results(calls)).containsOnly(true);
        Ec2Client ec2 = aws.ec2(account);
        onlyVpc(ec2);
        assertThat(ec2.describeSubnets().subnets()).hasSize(6);
        assertThat(ec2.describeInternetGateways().internetGateways()).hasSize(1);
    }

    @Test
    void aDeletedDefaultVpcIsOnlyRecreatedOnRequest() {
        Ec2Client ec2 = aws.ec2WithoutDefaultVpc();
        opener.reset(null, null);
        assertThat(ec2.describeVpcs().vpcs()).isEmpty();
        assertThat(attribute(ec2, AccountAttributeName.DEFAULT_VPC)).isEqualTo("none");

        Vpc created = ec2.createDefaultVpc(r -> {}).vpc();
        assertThat(created.isDefault()).isTrue();
        assertThat(created.stateAsString()).isEqualTo("pending");
        assertThat(onlyVpc(ec2).vpcId()).isEqualTo(created.vpcId());
        assertThat(ec2.describeSubnets().subnets()).hasSize(6);
        assertThat(attribute(ec2, AccountAttributeName.DEFAULT_VPC)).isEqualTo(created.vpcId());
    }

    /** Recorded from AWS. */
    @Test
    void aRegionHasOneDefaultVpcAtMost() throws Exception {
        Ec2Client ec2 = aws.ec2();
        Expect.awsError(
                "DefaultVpcAlreadyExists",
                "A Default VPC already exists for this account in this region.",
                () -> ec2.createDefaultVpc(r -> {}));
        Ec2Client empty = aws.ec2WithoutDefaultVpc();
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> {
                try {
                    empty.createDefaultVpc(r -> {});
                    return true;
                } catch (Ec2Exception e) {
                    return !e.awsErrorDetails().errorCode().equals("DefaultVpcAlreadyExists");
                }
            });
        }
        assertThat(results(calls)).containsOnlyOnce(true);
        onlyVpc(empty);
    }

    @Test
    void accountAttributesShowThePlatform() {
        Ec2Client ec2 = aws.ec2();
        assertThat(attribute(ec2, AccountAttributeName.SUPPORTED_PLATFORMS)).isEqualTo("VPC");
        assertThat(ec2.describeAccountAttributes().accountAttributes())
                .extracting(AccountAttribute::attributeName)
                .contains("supported-platforms", "default-vpc", "max-elastic-ips");
    }

    /** Our guess: AWS has no such host. */
    @Test
    void regionsThatDoNotExistAreRefused() {
        Ec2Client mars = aws.ec2(Aws.root(Aws.newAccount()), Region.of("mars-north-1"));
        Expect.awsError(
                "AuthFailure",
                "Credential should be scoped to a valid Region: Region 'mars-north-1' does not exist.",
                () -> mars.describeVpcs());
    }

    private static String attribute(Ec2Client ec2, AccountAttributeName name) {
        return ec2.describeAccountAttributes(r -> r.attributeNames(name))
                .accountAttributes()
                .get(0)
                .attributeValues()
                .get(0)
                .attributeValue();
    }

    private static Vpc onlyVpc(Ec2Client ec2) {
        List<Vpc> vpcs = ec2.describeVpcs().vpcs();
        assertThat(vpcs).hasSize(1);
        return vpcs.get(0);
    }

    private static <T> List<T> results(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
