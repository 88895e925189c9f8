package io.vpclocal.network.networkacl;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.Scope;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.NetworkAclAssociation;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Expected answers: AWS documentation and messages recorded from AWS, unless a test says otherwise. */
@EmulatorTest
class NetworkAclTest {

    private static final String UNKNOWN = "acl-0123456789abcdef0";

    @Autowired
    private Aws aws;

    @Autowired
    private NetworkAclService service;

    @Autowired
    private TransactionTemplate transactions;

    private Ec2Client ec2;
    private Acls acls;

    @BeforeEach
    void newAccountWithVpc() {
        ec2 = aws.ec2();
        acls = Acls.inNewVpc(ec2);
    }

    @Test
    void everyVpcHasADefaultAclThatAllowsEverything() {
        NetworkAcl acl = acls.byDefault();
        assertThat(acl.networkAclId()).matches("acl-[0-9a-f]{17}");
        assertThat(acl.isDefault()).isTrue();
        assertThat(acl.associations()).isEmpty();
        assertThat(Acls.texts(acl))
                .containsExactly(
                        "out 100 allow -1 0.0.0.0/0",
                        "out 32767 deny -1 0.0.0.0/0",
                        "in 100 allow -1 0.0.0.0/0",
                        "in 32767 deny -1 0.0.0.0/0");
    }

    @Test
    void aNewAclDeniesEverything() {
        NetworkAcl created = ec2.createNetworkAcl(r -> r.vpcId(acls.vpc())
                        .tagSpecifications(TagSpecification.builder()
                                .resourceType("network-acl")
                                .tags(Tag.builder().key("k").value("v").build())
                                .build()))
                .networkAcl();
        assertThat(created.isDefault()).isFalse();
        assertThat(Acls.texts(created)).containsExactly("out 32767 deny -1 0.0.0.0/0", "in 32767 deny -1 0.0.0.0/0");
        assertThat(acls.find("tag:k", "v")).containsExactly(created);
    }

    @Test
    void anIpv6VpcsAclsHaveEntriesForIpv6() {
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16").amazonProvidedIpv6CidrBlock(true))
                .vpc()
                .vpcId();
        Acls dual = new Acls(ec2, vpc);
        assertThat(Acls.texts(dual.byDefault()))
                .contains("in 101 allow -1 ::/0", "in 32768 deny -1 ::/0", "out 101 allow -1 ::/0");
        assertThat(Acls.texts(dual.describe(dual.create())))
                .contains("in 32768 deny -1 ::/0", "out 32768 deny -1 ::/0")
                .noneMatch(text -> text.contains("allow"));
    }

    @Test
    void aLaterIpv6BlockOpensTheUnchangedDefaultAcl() {
        String custom = acls.create();
        ec2.deleteNetworkAclEntry(r ->
                r.networkAclId(acls.byDefault().networkAclId()).egress(false).ruleNumber(100));
        ec2.associateVpcCidrBlock(r -> r.vpcId(acls.vpc()).amazonProvidedIpv6CidrBlock(true));
        assertThat(Acls.texts(acls.byDefault()))
                .contains("out 101 allow -1 ::/0", "in 32768 deny -1 ::/0")
                .doesNotContain("in 101 allow -1 ::/0");
        assertThat(Acls.texts(acls.describe(custom))).contains("in 32768 deny -1 ::/0", "out 32768 deny -1 ::/0");
    }

    @Test
    void theSameClientTokenMakesOneAcl() {
        String first = ec2.createNetworkAcl(r -> r.vpcId(acls.vpc()).clientToken("t"))
                .networkAcl()
                .networkAclId();
        assertThat(ec2.createNetworkAcl(r -> r.vpcId(acls.vpc()).clientToken("t")))
                .satisfies(again -> {
                    assertThat(again.networkAcl().networkAclId()).isEqualTo(first);
                    assertThat(again.clientToken()).isEqualTo("t");
                });
        Expect.awsError(
                "IdempotentParameterMismatch",
                () -> ec2.createNetworkAcl(r -> r.vpcId("vpc-0123456789abcdef0").clientToken("t")));
    }

    @Test
    void aSubnetUsesTheDefaultAclUntilItIsReplaced() {
        String subnet = acls.subnet("10.0.0.0/24");
        NetworkAclAssociation before = acls.byDefault().associations().get(0);
        assertThat(before.subnetId()).isEqualTo(subnet);
        assertThat(before.networkAclAssociationId()).matches("aclassoc-[0-9a-f]{17}");

        String custom = acls.create();
        String replaced = replace(before.networkAclAssociationId(), custom);
        assertThat(replaced).isNotEqualTo(before.networkAclAssociationId());
        assertThat(acls.byDefault().associations()).isEmpty();
        assertThat(acls.describe(custom).associations())
                .containsExactly(NetworkAclAssociation.builder()
                        .networkAclAssociationId(replaced)
                        .networkAclId(custom)
                        .subnetId(subnet)
                        .build());
        assertThat(replace(replaced, custom)).isEqualTo(replaced);
        Expect.awsError(
                "InvalidAssociationID.NotFound",
                "The association ID '" + before.networkAclAssociationId() + "' does not exist",
                () -> replace(before.networkAclAssociationId(), custom));
    }

    @Test
    void anAclInUseIsNotDeleted() {
        String subnet = acls.subnet("10.0.0.0/24");
        String custom = acls.create();
        replace(acls.byDefault().associations().get(0).networkAclAssociationId(), custom);
        Expect.awsError(
                "DependencyViolation",
                "The networkAcl '" + custom + "' has dependencies and cannot be deleted.",
                () -> ec2.deleteNetworkAcl(r -> r.networkAclId(custom)));
        ec2.deleteSubnet(r -> r.subnetId(subnet));
        assertThat(acls.describe(custom).associations()).isEmpty();
        Expect.awsError("DependencyViolation", () -> ec2.deleteVpc(r -> r.vpcId(acls.vpc())));
        ec2.deleteNetworkAcl(r -> r.networkAclId(custom));
        ec2.deleteVpc(r -> r.vpcId(acls.vpc()));
    }

    @Test
    void theDefaultAclIsDeletedOnlyWithItsVpc() {
        String id = acls.byDefault().networkAclId();
        Expect.awsError(
                "InvalidParameterValue",
                "cannot delete default network ACL " + id,
                () -> ec2.deleteNetworkAcl(r -> r.networkAclId(id)));
        ec2.deleteVpc(r -> r.vpcId(acls.vpc()));
        Expect.awsError(
                "InvalidNetworkAclID.NotFound",
                "The networkAcl ID '" + id + "' does not exist",
                () -> acls.describe(id));
    }

    @Test
    void unknownIdsAreRefused() {
        acls.subnet("10.0.0.0/24");
        String association = acls.byDefault().associations().get(0).networkAclAssociationId();
        String text = "The networkAcl ID '" + UNKNOWN + "' does not exist";
        Expect.awsError("InvalidNetworkAclID.NotFound", text, () -> replace(association, UNKNOWN));
        Expect.awsError("InvalidNetworkAclID.NotFound", text, () -> ec2.deleteNetworkAcl(r -> r.networkAclId(UNKNOWN)));
        Expect.awsError(
                "InvalidNetworkAclId.Malformed",
                "Invalid id: \"acl\" (expecting \"acl-...\")",
                () -> acls.describe("acl"));
        Expect.awsError("InvalidVpcID.NotFound", () -> ec2.createNetworkAcl(r -> r.vpcId("vpc-0123456789abcdef0")));
        Expect.awsError("MissingParameter", () -> ec2.createNetworkAcl(r -> {}));
    }

    /** Our guess. */
    @Test
    void aSubnetCannotUseAnAclOfAnotherVpc() {
        String subnet = acls.subnet("10.0.0.0/24");
        String other = Acls.inNewVpc(ec2).create();
        Expect.awsError(
                "InvalidParameterValue",
                "Network ACL " + other + " and subnet " + subnet + " belong to different networks",
                () -> replace(acls.byDefault().associations().get(0).networkAclAssociationId(), other));
    }

    @Test
    void theDataPlaneFindsASubnetsAclWithItsRulesInOrder() {
        String account = Aws.newAccount();
        Acls mine = Acls.inNewVpc(aws.ec2(account));
        String subnet = mine.subnet("10.0.0.0/24");
        String id = mine.byDefault().networkAclId();
        mine.ec2().createNetworkAclEntry(Acls.entry(id, 7).build());
        Scope scope = new Scope(account, "us-east-1");
        transactions.executeWithoutResult(status -> {
            NetworkAclEntity acl = service.ofSubnet(scope, subnet).orElseThrow();
            assertThat(acl.id()).isEqualTo(id);
            assertThat(acl.rules(false)).extracting(NetworkAclRule::number).containsExactly(7, 100, 32767);
            assertThat(acl.subnetIds()).containsExactly(subnet);
        });
        assertThat(service.ofSubnet(new Scope(account, "eu-west-1"), subnet)).isEmpty();
    }

    private String replace(String association, String acl) {
        return ec2.replaceNetworkAclAssociation(
                        r -> r.associationId(association).networkAclId(acl))
                .newAssociationId();
    }
}
