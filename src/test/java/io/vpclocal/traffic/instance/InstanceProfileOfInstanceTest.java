package io.vpclocal.traffic.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileAssociation;
import software.amazon.awssdk.services.iam.IamClient;

/** The instance profiles of instances (messages: as users and other emulators report them). */
@EmulatorTest
class InstanceProfileOfInstanceTest {

    private static final String TRUST = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Principal\":{\"Service\":\"ec2.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}";

    private final String account = Aws.newAccount();
    private final Ec2Client ec2;
    private final Launches launches;
    private final IamClient iam;

    @Autowired
    InstanceProfileOfInstanceTest(Aws aws) {
        ec2 = aws.ec2(account);
        launches = new Launches(ec2);
        iam = aws.iam(Aws.root(account));
    }

    @Test
    void profilesAreAssociatedReplacedAndRemoved() {
        for (String name : List.of("one", "two", "empty")) {
            iam.createInstanceProfile(r -> r.instanceProfileName(name));
        }
        iam.createRole(r -> r.roleName("web").assumeRolePolicyDocument(TRUST));
        for (String name : List.of("one", "two")) {
            iam.addRoleToInstanceProfile(r -> r.instanceProfileName(name).roleName("web"));
        }
        String id = launches.run(r -> r.iamInstanceProfile(p -> p.name("one"))).instanceId();
        IamInstanceProfileAssociation first = association(id);
        assertThat(launches.describe(id).iamInstanceProfile().arn()).endsWith(":instance-profile/one");
        assertThat(first.associationId()).startsWith("iip-assoc-0");
        Expect.awsError(
                "IncorrectState",
                "There is an existing association for instance " + id,
                () -> ec2.associateIamInstanceProfile(r -> r.instanceId(id).iamInstanceProfile(p -> p.name("two"))));
        ec2.replaceIamInstanceProfileAssociation(
                r -> r.associationId(first.associationId()).iamInstanceProfile(p -> p.name("two")));
        IamInstanceProfileAssociation second = association(id);
        assertThat(second.iamInstanceProfile().arn()).endsWith(":instance-profile/two");
        ec2.disassociateIamInstanceProfile(r -> r.associationId(second.associationId()));
        assertThat(launches.describe(id).iamInstanceProfile()).isNull();
        Expect.awsError(
                "InvalidAssociationID.NotFound",
                "An invalid association-id of '" + second.associationId() + "' was given",
                () -> ec2.disassociateIamInstanceProfile(r -> r.associationId(second.associationId())));
        Expect.awsError(
                "InvalidParameterValue",
                "Value (none) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name",
                () -> launches.run(r -> r.iamInstanceProfile(p -> p.name("none"))));
        Expect.awsError("InvalidParameterValue", () -> launches.run(r -> r.iamInstanceProfile(p -> p.name("empty"))));
        ec2.associateIamInstanceProfile(r -> r.instanceId(id).iamInstanceProfile(p -> p.name("one")));
        ec2.terminateInstances(r -> r.instanceIds(id));
        assertThat(ec2.describeIamInstanceProfileAssociations(r -> {}).iamInstanceProfileAssociations())
                .isEmpty();
    }

    private IamInstanceProfileAssociation association(String id) {
        return ec2.describeIamInstanceProfileAssociations(
                        r -> r.filters(f -> f.name("instance-id").values(id)))
                .iamInstanceProfileAssociations()
                .get(0);
    }
}
