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

/** JSON under the content type that {@code curl -d} gives it, which is that of a form; to take it is our own choice. */
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
