package io.vpclocal.control.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** Resets of accounts, which do not change other accounts. */
@EmulatorTest
class AccountResetTest {

    private static final int WRITERS = 4;
    private static final int VPCS = 15;

    @Autowired
    private Aws aws;

    @Autowired
    private StateDatabase database;

    @Test
    void resettingAnAccountDeletesItsTagsAndChildrenOnly() throws Exception {
        String account = Aws.newAccount();
        Ec2Client ec2 = aws.ec2(account);
        Ec2Client other = aws.ec2();
        createVpc(ec2);
        createVpc(other);
        int before = own(other).size();

        ControlApi.Answer answer = control().post("/_vpclocal/reset?account=" + account);

        assertThat(answer.status()).isEqualTo(200);
        // At least the VPC, its CIDR block and its tag.
        assertThat(answer.json().path("rows").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(own(ec2)).isEmpty();
        assertThat(ec2.describeTags(r -> r.filters(f -> f.name("key").values("k")))
                        .tags())
                .isEmpty();
        assertThat(own(other)).hasSize(before);
    }

    @Test
    void resettingARegionKeepsTheOthers() throws Exception {
        String account = Aws.newAccount();
        Ec2Client here = aws.ec2(Aws.root(account), Region.US_EAST_1);
        Ec2Client there = aws.ec2(Aws.root(account), Region.EU_WEST_1);
        createVpc(here);
        createVpc(there);

        String body = "{\"account\":\"" + account + "\",\"region\":\"eu-west-1\"}";
        assertThat(control().post("/_vpclocal/reset", body).status()).isEqualTo(200);

        assertThat(own(here)).hasSize(1);
        assertThat(own(there)).isEmpty();
    }

    @Test
    void anAccountIsNewAfterAReset() throws Exception {
        String account = Aws.newAccount();
        Ec2Client ec2 = aws.ec2(account);
        int atFirst = ec2.describeVpcs().vpcs().size();
        createVpc(ec2);
        control().post("/_vpclocal/reset?account=" + account);
        assertThat(ec2.describeVpcs().vpcs()).hasSize(atFirst);
        createVpc(ec2);
        assertThat(own(ec2)).hasSize(1);
    }

    @Test
    void concurrentCallsLeaveNoPartialState() throws Exception {
        String account = Aws.newAccount();
        Ec2Client ec2 = aws.ec2(account);
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(pool.submit(writer(ec2)));
            }
            for (int i = 0; i < VPCS; i++) {
                assertThat(control().post("/_vpclocal/reset?account=" + account).status())
                        .isEqualTo(200);
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            pool.shutdown();
        }
        // Every tag that is left belongs to a VPC that is left.
        List<String> left = own(ec2).stream().map(Vpc::vpcId).toList();
        assertThat(ec2.describeTags(r -> r.filters(f -> f.name("key").values("k")))
                        .tags())
                .allMatch(tag -> left.contains(tag.resourceId()))
                .hasSize(left.size());
    }

    /** Rows of a table without a path to its account survive the reset of an account, as keys of issuers do. */
    @Test
    void everyTableBelongsToAccounts() {
        assertThat(ResetPlan.shared(database.schema()))
                .as("tables need an account column or a foreign key to a table that has one")
                .containsExactly("oidc_issuer", "oidc_signing_key");
    }

    private ControlApi control() {
        return new ControlApi(aws.endpoint());
    }

    private static Callable<Boolean> writer(Ec2Client ec2) {
        return () -> {
            for (int i = 0; i < VPCS; i++) {
                String id = createVpc(ec2);
                try {
                    ec2.deleteVpc(r -> r.vpcId(id));
                    createVpc(ec2);
                } catch (AwsServiceException e) {
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidVpcID.NotFound");
                }
            }
            return true;
        };
    }

    private static String createVpc(Ec2Client ec2) {
        return ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16").tagSpecifications(s -> s.resourceType(ResourceType.VPC)
                        .tags(t -> t.key("k").value("v"))))
                .vpc()
                .vpcId();
    }

    /** The VPCs of the test, without the default VPC. */
    private static List<Vpc> own(Ec2Client ec2) {
        return ec2.describeVpcs(r -> r.filters(f -> f.name("cidr").values("10.0.0.0/16")))
                .vpcs();
    }
}
