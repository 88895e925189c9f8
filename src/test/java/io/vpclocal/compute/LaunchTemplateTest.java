package io.vpclocal.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Launch templates (Amazon EC2 API Reference; errors: recorded from AWS by the tests of LocalStack and moto). */
@EmulatorTest
class LaunchTemplateTest {

    private static final String OF_ALL_OR_OF_ONE =
            "To describe the launch template data for all your launch templates, for"
                    + " ‘--versions’ specify ‘$Latest’, ‘$Default’, or both, and omit ‘--launch-template-id’,"
                    + " ‘--launch-template-name’, and version numbers. To describe the launch template data for a specific"
                    + " launch template, specify ‘--launch-template-id’ or ‘--launch-template-name’, and for ‘--versions’ specify"
                    + " one or more of the following values: ‘$Latest’, ‘$Default’, or one or more version numbers.";

    @Autowired
    private Aws aws;

    @Autowired
    private People people;

    private String account;
    private Ec2Client ec2;
    private LaunchTemplate template;

    @BeforeEach
    void template() {
        account = Aws.newAccount();
        ec2 = aws.ec2(account);
        template = ec2.createLaunchTemplate(r -> r.launchTemplateName("web")
                        .versionDescription("first")
                        .launchTemplateData(d -> d.imageId("ami-12345678")
                                .instanceType("t3.micro")
                                .userData("aGVsbG8=")
                                .metadataOptions(m -> m.httpTokens("required"))
                                .blockDeviceMappings(m -> m.deviceName("/dev/xvda")
                                        .ebs(e -> e.volumeSize(30).volumeType("gp3")))
                                .tagSpecifications(t -> t.resourceType(ResourceType.INSTANCE)
                                        .tags(g -> g.key("from").value("template"))))
                        .tagSpecifications(t -> t.resourceType(ResourceType.LAUNCH_TEMPLATE)
                                .tags(g -> g.key("Name").value("web"))))
                .launchTemplate();
    }

    @Test
    void versionsBeginWithTheirSource() {
        assertThat(template.launchTemplateId()).startsWith("lt-0");
        assertThat(template.createdBy()).isEqualTo("arn:aws:iam::" + account + ":root");
        LaunchTemplateVersion second = ec2.createLaunchTemplateVersion(r -> r.launchTemplateName("web")
                        .sourceVersion("1")
                        .launchTemplateData(d -> d.instanceType("t3.large")))
                .launchTemplateVersion();
        assertThat(second.versionNumber()).isEqualTo(2);
        assertThat(second.defaultVersion()).isFalse();
        assertThat(second.launchTemplateData().imageId()).isEqualTo("ami-12345678");
        assertThat(second.launchTemplateData().instanceTypeAsString()).isEqualTo("t3.large");
        assertThat(second.launchTemplateData()
                        .blockDeviceMappings()
                        .get(0)
                        .ebs()
                        .volumeSize())
                .isEqualTo(30);
        ec2.createLaunchTemplateVersion(
                r -> r.launchTemplateName("web").launchTemplateData(d -> d.instanceType("t3.nano")));
        assertThat(versions("$Latest"))
                .extracting(LaunchTemplateVersion::versionNumber)
                .containsExactly(3L);
        assertThat(versions("$Latest").get(0).launchTemplateData().imageId()).isNull();
        assertThat(versions("$Default"))
                .extracting(LaunchTemplateVersion::versionDescription)
                .containsExactly("first");
        assertThat(versions()).extracting(LaunchTemplateVersion::versionNumber).containsExactly(3L, 2L, 1L);
    }

    @Test
    void theDefaultVersionChangesAndCannotBeDeleted() {
        ec2.createLaunchTemplateVersion(
                r -> r.launchTemplateName("web").launchTemplateData(d -> d.instanceType("t3.nano")));
        LaunchTemplate changed = ec2.modifyLaunchTemplate(
                        r -> r.launchTemplateId(template.launchTemplateId()).defaultVersion("2"))
                .launchTemplate();
        assertThat(changed.defaultVersionNumber()).isEqualTo(2);
        assertThat(changed.latestVersionNumber()).isEqualTo(2);
        var answer = ec2.deleteLaunchTemplateVersions(
                r -> r.launchTemplateName("web").versions("1", "2", "9"));
        assertThat(answer.successfullyDeletedLaunchTemplateVersions())
                .extracting(item -> item.versionNumber())
                .containsExactly(1L);
        assertThat(answer.unsuccessfullyDeletedLaunchTemplateVersions())
                .extracting(item -> item.responseError().codeAsString())
                .containsExactly("unexpectedError", "launchTemplateVersionDoesNotExist");
        ec2.deleteLaunchTemplate(r -> r.launchTemplateName("web"));
        assertThat(ec2.describeLaunchTemplates(r -> {}).launchTemplates()).isEmpty();
    }

    @Test
    void aLaunchTakesTheTemplatesParametersAndReplacesThem() {
        Instance made = ec2.runInstances(r -> r.launchTemplate(t -> t.launchTemplateName("web"))
                        .instanceType("t3.small")
                        .minCount(1)
                        .maxCount(1))
                .instances()
                .get(0);
        assertThat(made.imageId()).isEqualTo("ami-12345678");
        assertThat(made.instanceTypeAsString()).isEqualTo("t3.small");
        assertThat(made.metadataOptions().httpTokensAsString()).isEqualTo("required");
        assertThat(made.tags())
                .contains(
                        tag("from", "template"),
                        tag("aws:ec2launchtemplate:id", template.launchTemplateId()),
                        tag("aws:ec2launchtemplate:version", "1"));
        assertThat(ec2.describeVolumes(r -> {}).volumes().get(0).size()).isEqualTo(30);
        var data =
                ec2.getLaunchTemplateData(r -> r.instanceId(made.instanceId())).launchTemplateData();
        assertThat(data.instanceTypeAsString()).isEqualTo("t3.small");
        assertThat(data.userData()).isEqualTo("aGVsbG8=");
        assertThat(data.tagSpecifications().get(0).tags()).containsExactly(tag("from", "template"));
    }

    /** AWS documentation: a launch is authorized with the template's parameters. */
    @Test
    void policiesSeeTheTemplatesParameters() {
        String arn = "arn:aws:ec2:us-east-1:" + account + ":launch-template/" + template.launchTemplateId();
        for (String type : new String[] {"t3.micro", "m5.large"}) {
            String policy = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":"
                    + "[\"ec2:RunInstances\",\"ec2:CreateTags\"],\"Resource\":\"*\",\"Condition\":{"
                    + "\"StringEqualsIfExists\":{\"ec2:InstanceType\":\"" + type + "\",\"ec2:MetadataHttpTokens\":"
                    + "\"required\"},\"ArnEqualsIfExists\":{\"ec2:LaunchTemplate\":\"" + arn + "\"}}}]}";
            Ec2Client user = aws.ec2(people.user(account, "u-" + type, policy), Region.US_EAST_1);
            Runnable launch = () -> user.runInstances(r -> r.launchTemplate(t -> t.launchTemplateName("web"))
                    .minCount(1)
                    .maxCount(1));
            if (type.equals("t3.micro")) {
                launch.run();
            } else {
                Expect.awsError("UnauthorizedOperation", launch::run);
            }
        }
    }

    @Test
    void unknownAndImpossibleTemplatesAreRefused() {
        Expect.awsError(
                "InvalidLaunchTemplateName.AlreadyExistsException",
                "Launch template name already in use.",
                () -> ec2.createLaunchTemplate(
                        r -> r.launchTemplateName("web").launchTemplateData(d -> d.instanceType("t3.nano"))));
        Expect.awsError(
                "InvalidLaunchTemplateName.MalformedException",
                () -> ec2.createLaunchTemplate(
                        r -> r.launchTemplateName("a b").launchTemplateData(d -> d.instanceType("t3.nano"))));
        Expect.awsError("MissingParameter", () -> ec2.createLaunchTemplate(r -> r.launchTemplateName("other")));
        // EC2 API Reference. UNVERIFIED: the code.
        Expect.awsError(
                "InvalidParameterCombination",
                () -> ec2.createLaunchTemplate(
                        r -> r.launchTemplateName("other").launchTemplateData(d -> d.instanceType("t3.nano")
                                .instanceRequirements(i -> i.memoryMiB(m -> m.min(1))))));
        Expect.awsError(
                "InvalidLaunchTemplateName.NotFoundException",
                "At least one of the launch templates specified in the request does not exist.",
                () -> ec2.describeLaunchTemplates(r -> r.launchTemplateNames("none")));
        Expect.awsError(
                "InvalidLaunchTemplateName.NotFoundException",
                "The specified launch template, with template name none, does not exist.",
                () -> ec2.runInstances(r -> r.launchTemplate(t -> t.launchTemplateName("none"))
                        .minCount(1)
                        .maxCount(1)));
        Expect.awsError(
                "InvalidLaunchTemplateId.NotFound",
                "The specified launch template, with template ID lt-0123456789abcdef0, does not exist.",
                () -> ec2.describeLaunchTemplateVersions(r -> r.launchTemplateId("lt-0123456789abcdef0")));
        Expect.awsError(
                "InvalidLaunchTemplateId.VersionNotFound",
                "Could not find the specified version 666 for the launch template with ID "
                        + template.launchTemplateId() + ".",
                () -> versions("666"));
    }

    /** Tests that run against AWS. */
    @Test
    void theErrorsOfEachAction() {
        Expect.awsError(
                "InvalidLaunchTemplateId.VersionNotFound",
                "The launch template version 666 is not found for the specified launch template.",
                () -> ec2.modifyLaunchTemplate(r -> r.launchTemplateName("web").defaultVersion("666")));
        Expect.awsError(
                "InvalidParameterCombination",
                "Either provide launch template ID or launch template name to modify the template.",
                () -> ec2.modifyLaunchTemplate(r -> r.launchTemplateName("web")
                        .launchTemplateId("not looked at")
                        .defaultVersion("1")));
        Expect.awsError("MissingParameter", OF_ALL_OR_OF_ONE, () -> ec2.describeLaunchTemplateVersions(r -> {}));
        Expect.awsError(
                "InvalidParameterValue",
                OF_ALL_OR_OF_ONE,
                () -> ec2.describeLaunchTemplateVersions(r -> r.versions("$Latest", "1")));
        assertThat(ec2.describeLaunchTemplateVersions(r -> r.versions("$Latest", "$Default"))
                        .launchTemplateVersions())
                .isNotEmpty();
    }

    /** A test that runs against AWS: data has the members of the request, and no empty lists. */
    @Test
    void dataHasNoMembersThatWereNotSet() {
        ec2.createLaunchTemplateVersion(
                r -> r.launchTemplateName("web").launchTemplateData(d -> d.imageId("ami-0123456789abcdef0")));
        ResponseLaunchTemplateData data = versions("$Latest").get(0).launchTemplateData();
        assertThat(data.sdkFields())
                .filteredOn(field -> {
                    Object value = field.getValueOrDefault(data);
                    return value != null && !(value instanceof SdkAutoConstructList);
                })
                .extracting(SdkField::memberName)
                .containsExactly("ImageId");
    }

    private java.util.List<LaunchTemplateVersion> versions(String... which) {
        return ec2.describeLaunchTemplateVersions(
                        r -> r.launchTemplateName("web").versions(which))
                .launchTemplateVersions();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
