package io.vpclocal.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.AwsService;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddTagsResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserResponse;
import software.amazon.awssdk.services.iam.model.UpdateRoleResponse;

/** Expected: the service models of AWS, which give UpdateRole and every action of load balancing a result. */
class XmlWriterTest {

    @Test
    void anEmptyResultIsWrittenIfTheModelHasOne() {
        assertThat(written(AwsService.ELB, "AddTags", AddTagsResponse.builder().build()))
                .contains("<AddTagsResult></AddTagsResult><ResponseMetadata>");
        assertThat(written(
                        AwsService.IAM,
                        "UpdateRole",
                        UpdateRoleResponse.builder().build()))
                .contains("<UpdateRoleResult></UpdateRoleResult>");
        assertThat(written(
                        AwsService.IAM,
                        "DeleteUser",
                        DeleteUserResponse.builder().build()))
                .doesNotContain("Result");
    }

    private static String written(AwsService service, String action, SdkPojo response) {
        return new String(
                XmlWriter.response(service, service.apiVersion(), action, response, "id"), StandardCharsets.UTF_8);
    }
}
