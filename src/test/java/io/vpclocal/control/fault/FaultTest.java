package io.vpclocal.control.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.RawHttp;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Fault rules. Each test's rules apply to its own account. */
@EmulatorTest
class FaultTest {

    @Autowired
    private Aws aws;

    @Test
    void anActionFailsCountTimes() throws Exception {
        String account = Aws.newAccount();
        Ec2Client ec2 = aws.ec2(account);
        String id = add("{\"account\":\"" + account + "\",\"service\":\"ec2\",\"action\":\"DescribeVpcs\","
                + "\"code\":\"InternalError\",\"message\":\"Try later\",\"status\":500,\"count\":2}");
        for (int i = 0; i < 2; i++) {
            AwsServiceException error = Expect.awsError("InternalError", ec2::describeVpcs);
            assertThat(error.statusCode()).isEqualTo(500);
            assertThat(error.awsErrorDetails().errorMessage()).isEqualTo("Try later");
        }
        ec2.describeVpcs();
        assertThat(control()
                        .get("/_vpclocal/faults/" + id)
                        .json()
                        .path("remaining")
                        .asInt())
                .isZero();
    }

    @Test
    void otherActionsAccountsAndRegionsAreNotHit() throws Exception {
        String account = Aws.newAccount();
        add("{\"account\":\"" + account + "\",\"region\":\"us-east-1\",\"action\":\"Describe*\",\"code\":\"X\"}");
        Expect.awsError("X", aws.ec2(account)::describeVpcs);
        aws.ec2(account).createVpc(r -> r.cidrBlock("10.0.0.0/16"));
        aws.ec2(Aws.root(account), Region.EU_WEST_1).describeVpcs();
        aws.ec2().describeVpcs();
    }

    /** AWS documentation, API error codes of EC2; common errors of IAM, STS and CloudWatch Logs. */
    @Test
    void throttlingHasTheErrorOfEachService() throws Exception {
        String account = Aws.newAccount();
        add("{\"account\":\"" + account + "\",\"throttling\":true}");
        AwsServiceException error = Expect.awsError("RequestLimitExceeded", aws.ec2(account)::describeVpcs);
        assertThat(error.statusCode()).isEqualTo(503);
        assertThat(error.isThrottlingException()).isTrue();
        FaultRule everything = new FaultRule("f", request(null, null), 1);
        assertThat(Calls.error(everything, "sts").code()).isEqualTo("Throttling");
        assertThat(Calls.error(everything, "iam").status()).isEqualTo(400);
        assertThat(Calls.error(everything, "logs").code()).isEqualTo("ThrottlingException");
    }

    /** The same seed hits the same calls. */
    @Test
    void equalSeedsHitTheSameCalls() {
        List<Boolean> first = hits(new FaultRule("a", request(0.3, 42L), 1));
        List<Boolean> second = hits(new FaultRule("b", request(0.3, 42L), 2));
        assertThat(first).isEqualTo(second).contains(true, false);
        assertThat(hits(new FaultRule("c", request(0.0, 42L), 1))).containsOnly(false);
        assertThat(hits(new FaultRule("d", request(1.0, 42L), 1))).containsOnly(true);
    }

    @Test
    void aCallWaitsUntilItsRuleIsRemoved() throws Exception {
        String account = Aws.newAccount();
        Ec2Client ec2 = aws.ec2(account);
        String id = add("{\"account\":\"" + account + "\",\"latencyMillis\":600000,\"count\":1}");
        CompletableFuture<Integer> waiting =
                CompletableFuture.supplyAsync(() -> ec2.describeVpcs().vpcs().size());
        while (control().get("/_vpclocal/faults/" + id).json().path("hits").asInt() == 0) {
            Thread.onSpinWait();
        }
        assertThat(waiting).isNotDone();
        control().delete("/_vpclocal/faults/" + id);
        assertThat(waiting.get()).isNotNegative();
    }

    @Test
    void rulesAreReplacedAndDeletedWithTheirAccount() throws Exception {
        String account = Aws.newAccount();
        String id = add("{\"account\":\"" + account + "\",\"code\":\"First\"}");
        control().put("/_vpclocal/faults/" + id, "{\"account\":\"" + account + "\",\"code\":\"Second\"}");
        Expect.awsError("Second", aws.ec2(account)::describeVpcs);
        control().post("/_vpclocal/reset?account=" + account);
        aws.ec2(account).describeVpcs();
        assertThat(control().get("/_vpclocal/faults/" + id).status()).isEqualTo(404);
    }

    @Test
    void theWireHasTheErrorInTheServicesOwnShape() throws Exception {
        add("{\"account\":\"000000000000\",\"action\":\"DescribeVpcAttribute\",\"code\":\"Mine\",\"count\":1}");
        HttpResponse<String> response =
                RawHttp.form(aws.endpoint(), "Action=DescribeVpcAttribute&VpcId=vpc-1&Attribute=enableDnsSupport");
        assertThat(response.body()).contains("<Response><Errors><Error><Code>Mine</Code>");
    }

    private static List<Boolean> hits(FaultRule rule) {
        List<Boolean> hits = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            hits.add(Calls.hit(rule));
        }
        return hits;
    }

    private static FaultRequest request(@Nullable Double probability, @Nullable Long seed) {
        return new FaultRequest(null, null, null, null, true, null, null, null, probability, seed, null, null);
    }

    private String add(String rule) throws Exception {
        ControlApi.Answer answer = control().post("/_vpclocal/faults", rule);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private ControlApi control() {
        return new ControlApi(aws.endpoint());
    }
}
