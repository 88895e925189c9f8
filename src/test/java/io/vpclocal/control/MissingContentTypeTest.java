package io.vpclocal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** JSON with the content type of {@code curl -d}, that of a form. It is accepted by our design. */
@EmulatorTest
class MissingContentTypeTest {

    @Autowired
    private Aws aws;

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=UTF-8"})
    void isTakenAsJson(String contentType) throws Exception {
        String account = Aws.newAccount();
        Ec2Client ec2 = aws.ec2(account);
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        ControlApi control = new ControlApi(aws.endpoint());

        ControlApi.Answer answer = control.send(control.request("/_vpclocal/reset")
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString("{\"account\":\"" + account + "\"}")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(ec2.describeVpcs().vpcs()).noneMatch(left -> left.vpcId().equals(vpc));
    }
}
