package io.vpclocal.identity.access;

import io.vpclocal.testing.Aws;
import java.util.Map;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;

/** What the instance of an {@link Estate} is made of. */
final class EstateCompute {

    private static final String TRUST = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Principal\":{\"Service\":\"ec2.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}";

    private EstateCompute() {}

    static void beforeLaunch(Aws aws, String account, Map<String, String> ids) {
        Ec2Client ec2 = aws.ec2(account);
        ids.put(
                "key-pair",
                ec2.createKeyPair(r -> r.keyName("key").keyType("ed25519")).keyPairId());
        ids.put(
                "launch-template",
                ec2.createLaunchTemplate(
                                r -> r.launchTemplateName("estate").launchTemplateData(d -> d.instanceType("t3.micro")))
                        .launchTemplate()
                        .launchTemplateId());
        ids.put(
                "placement-group",
                ec2.createPlacementGroup(r -> r.groupName("group").strategy("spread"))
                        .placementGroup()
                        .groupId());
        ids.put(
                "public image",
                ec2.describeImages(r -> r.owners("amazon")).images().get(0).imageId());
        IamClient iam = aws.iam(Aws.root(account));
        iam.createInstanceProfile(r -> r.instanceProfileName("profile"));
        iam.createRole(r -> r.roleName("machine").assumeRolePolicyDocument(TRUST));
        iam.addRoleToInstanceProfile(r -> r.instanceProfileName("profile").roleName("machine"));
    }

    static void afterLaunch(Ec2Client ec2, Map<String, String> ids) {
        ids.put("volume", ec2.describeVolumes(r -> {}).volumes().get(0).volumeId());
        ids.put(
                "profile association",
                ec2.describeIamInstanceProfileAssociations(r -> {})
                        .iamInstanceProfileAssociations()
                        .get(0)
                        .associationId());
        ids.put(
                "spot-instances-request",
                ec2.runInstances(r -> r.imageId("ami-12345678")
                                .minCount(1)
                                .maxCount(1)
                                .instanceMarketOptions(o -> o.marketType("spot"))
                                .subnetId(ids.get("subnet")))
                        .instances()
                        .get(0)
                        .spotInstanceRequestId());
    }
}
