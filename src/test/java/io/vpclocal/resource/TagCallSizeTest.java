package io.vpclocal.resource;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Tag;

/** How much one call names (EC2 API Reference, CreateTags and DeleteTags). UNVERIFIED: the code. */
@EmulatorTest
class TagCallSizeTest {

    @Autowired
    private Aws aws;

    @Test
    void aCallNamesAThousandResourcesAndTagsAtMost() {
        Ec2Client ec2 = aws.ec2();
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        List<String> many = Collections.nCopies(1001, vpc);
        List<Tag> tags = IntStream.range(0, 1001)
                .mapToObj(i -> Tag.builder().key("k" + i).build())
                .toList();
        Tag tag = tags.get(0);
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.createTags(r -> r.resources(many).tags(tag)));
        Expect.awsError("InvalidParameterValue", () -> ec2.deleteTags(r -> r.resources(many)));
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.deleteTags(r -> r.resources(vpc).tags(tags)));
        ec2.createTags(r -> r.resources(many.subList(0, 1000)).tags(tag));
        ec2.deleteTags(r -> r.resources(many.subList(0, 1000)).tags(tags.subList(0, 1000)));
    }
}
