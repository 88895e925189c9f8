package io.vpclocal.identity.iam.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.identity.iam.policy.AwsManagedPolicies;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.Role;

/** Expected: recorded from AWS, unless a test says otherwise. */
@EmulatorTest
class ServiceLinkedRoleTest {

    @Autowired
    private Aws aws;

    @Autowired
    private AwsManagedPolicies policies;

    private String account;
    private IamClient iam;

    @BeforeEach
    void newAccount() {
        account = Aws.newAccount();
        iam = aws.iam(Aws.root(account));
    }

    @ParameterizedTest
    @CsvSource({
        "acm, AWSServiceRoleForCertificateManager, CertificateManagerServiceRolePolicy",
        "autoscaling, AWSServiceRoleForAutoScaling, AutoScalingServiceRolePolicy",
        "autoscaling-plans, AWSServiceRoleForAutoScalingPlans_EC2AutoScaling, AWSAutoScalingPlansEC2AutoScalingPolicy",
        "batch, AWSServiceRoleForBatch, BatchServiceRolePolicy",
        "eks-nodegroup, AWSServiceRoleForAmazonEKSNodegroup, AWSServiceRoleForAmazonEKSNodegroup",
        "elasticloadbalancing, AWSServiceRoleForElasticLoadBalancing, AWSElasticLoadBalancingServiceRolePolicy",
        "kafka, AWSServiceRoleForKafka, KafkaServiceRolePolicy",
        "lex, AWSServiceRoleForLexBots, AmazonLexBotPolicy",
        "ops.apigateway, AWSServiceRoleForAPIGateway, APIGatewayServiceRolePolicy",
        "rds, AWSServiceRoleForRDS, AmazonRDSServiceRolePolicy",
        "ec2.capacitymanager, AWSServiceRoleForEC2CapacityManager, AWSEC2CapacityManagerServiceRolePolicy",
        "ecs-compute, AWSServiceRoleForECSCompute, AmazonECSComputeServiceRolePolicy",
        "config-multiaccountsetup, AWSServiceRoleForConfigMultiAccountSetup, AWSConfigMultiAccountSetupPolicy",
        "config-conforms, AWSServiceRoleForConfigConforms, ConfigConformsServiceRolePolicy",
        "ec2fastlaunch, AWSServiceRoleForEC2FastLaunch, EC2FastLaunchServiceRolePolicy",
        "securitylake, AWSServiceRoleForSecurityLake, SecurityLakeServiceLinkedRole",
        "malware-protection.guardduty, AWSServiceRoleForAmazonGuardDutyMalwareProtection, AmazonGuardDutyMalwareProtectionServiceRolePolicy",
    })
    void rolesHaveTheNameAndThePolicyOfTheirService(String service, String name, String policy) {
        Role role = create(service);
        assertThat(role.roleName()).isEqualTo(name);
        assertThat(role.path()).isEqualTo("/aws-service-role/" + service + ".amazonaws.com/");
        assertThat(iam.listAttachedRolePolicies(r -> r.roleName(name)).attachedPolicies())
                .extracting(AttachedPolicy::policyArn)
                .containsExactly("arn:aws:iam::aws:policy/aws-service-role/" + policy);
        Role shown = iam.getRole(r -> r.roleName(name)).role();
        assertThat(shown.maxSessionDuration()).isEqualTo(3_600);
        assertThat(shown.roleLastUsed().lastUsedDate()).isNull();
        assertThat(iam.getPolicy(r -> r.policyArn("arn:aws:iam::aws:policy/aws-service-role/" + policy))
                        .policy()
                        .attachmentCount())
                .isEqualTo(1);
    }

    /** Documented by their services. */
    @ParameterizedTest
    @CsvSource({
        "delivery.logs, AWSServiceRoleForLogDelivery",
        "spot, AWSServiceRoleForEC2Spot",
        "transitgateway, AWSServiceRoleForVPCTransitGateway",
        "ecs.application-autoscaling, AWSServiceRoleForApplicationAutoScaling_ECSService",
    })
    void otherServicesHaveTheirDocumentedNames(String service, String name) {
        assertThat(create(service).roleName()).isEqualTo(name);
        assertThat(iam.listAttachedRolePolicies(r -> r.roleName(name)).attachedPolicies())
                .hasSize(1);
    }

    /** The Terraform provider changes them so. */
    @Test
    void descriptionAndTagsCanBeChanged() {
        String role = iam.createServiceLinkedRole(r -> r.awsServiceName("autoscaling.amazonaws.com"))
                .role()
                .roleName();
        iam.updateRole(r -> r.roleName(role).description("Scales"));
        iam.tagRole(r -> r.roleName(role).tags(t -> t.key("team").value("red")));
        assertThat(iam.getRole(r -> r.roleName(role)).role()).satisfies(found -> {
            assertThat(found.description()).isEqualTo("Scales");
            assertThat(found.tags()).hasSize(1);
        });
        Expect.awsError(
                "UnmodifiableEntity", () -> iam.updateRole(r -> r.roleName(role).maxSessionDuration(7_200)));
    }

    /** UNVERIFIED: a name of the usual form, no policy, no suffix. */
    @Test
    void otherServicesGetANameOfTheUsualForm() {
        assertThat(create("appflow").roleName()).isEqualTo("AWSServiceRoleForAppflow");
        assertThat(iam.listAttachedRolePolicies(r -> r.roleName("AWSServiceRoleForAppflow"))
                        .attachedPolicies())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"autoscaling", "connect", "lexv2"})
    void someServicesSupportASuffix(String service) {
        String plain = create(service).roleName();
        String name = iam.createServiceLinkedRole(
                        r -> r.awsServiceName(service + ".amazonaws.com").customSuffix("second"))
                .role()
                .roleName();
        assertThat(name).isEqualTo(plain + "_second");
        assertThat(iam.listAttachedRolePolicies(r -> r.roleName(name)).attachedPolicies())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"acm", "autoscaling-plans", "batch", "ecs", "elasticloadbalancing", "rds", "lex", "appflow"})
    void otherServicesRefuseASuffix(String service) {
        String name = service + ".amazonaws.com";
        Expect.awsError(
                "InvalidInput",
                "Custom suffix is not allowed for " + name,
                () -> iam.createServiceLinkedRole(r -> r.awsServiceName(name).customSuffix("second")));
        assertThat(iam.listRoles().roles()).isEmpty();
    }

    /** Recorded for a name without a domain, and for a service that does not exist. */
    @ParameterizedTest
    @ValueSource(
            strings = {"nope.amazonaws.com", "tagging.amazonaws.com", "batch", "nope.foo.com", "batch.amazonaws.com/x"})
    void servicesThatAreNotThereAreRefused(String service) {
        Expect.awsError(
                "AccessDenied",
                service + " is not a valid AWS service name (Service Principal)",
                () -> iam.createServiceLinkedRole(r -> r.awsServiceName(service)));
    }

    @Test
    void aServiceHasOneRole() {
        create("batch");
        Expect.awsError(
                "InvalidInput",
                "Service role name AWSServiceRoleForBatch has been taken in this account, please try a different"
                        + " suffix.",
                () -> create("batch"));
    }

    @Test
    void everyPolicyThatAServiceNamesExists() {
        ServiceLinkedRoles.all().forEach(role -> assertThat(role.policyArns("aws"))
                .as(role.service())
                .allSatisfy(arn -> assertThat(policies.find(arn)).isPresent()));
        assertThat(ServiceLinkedRoles.all().filter(ServiceLinkedRoles.Linked::takesSuffix))
                .extracting(ServiceLinkedRoles.Linked::service)
                .containsExactlyInAnyOrder("autoscaling.amazonaws.com", "connect.amazonaws.com", "lexv2.amazonaws.com");
    }

    /** Recorded for /aws-service-role/. UNVERIFIED: the text about /aws-reserved/. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/aws-reserved/",
                "/aws-reserved/sso.amazonaws.com/",
                "/aws-service-role/",
                "/aws-service-role/ec2.amazonaws.com/"
            })
    void usersCannotCreateRolesOnReservedPaths(String path) {
        Expect.awsError(
                "InvalidInput",
                path.startsWith("/aws-service-role/")
                        ? "Paths beginning with '/aws-service-role' are reserved for AWS Service Linked Roles"
                        : "Path " + path + " is reserved for roles that AWS services make.",
                () -> iam.createRole(
                        r -> r.roleName("mine").path(path).assumeRolePolicyDocument(People.trust(account))));
        assertThat(iam.listRoles().roles()).isEmpty();
        assertThat(iam.createRole(r ->
                                r.roleName("mine").path("/mine" + path).assumeRolePolicyDocument(People.trust(account)))
                        .role()
                        .path())
                .isEqualTo("/mine" + path);
    }

    private Role create(String service) {
        return iam.createServiceLinkedRole(r -> r.awsServiceName(service + ".amazonaws.com"))
                .role();
    }
}
