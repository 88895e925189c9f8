package io.vpclocal.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.setting.UnusableSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** A name that looks like a setting and is none gets a warning with the name that was probably meant (our design). */
class UnknownSettingsTest {

    private static final Pattern VARIABLE = Pattern.compile("\\bVPCLOCAL_[A-Z0-9_]*[A-Z0-9]\\b");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VPCLOCAL_DATADIRR | VPCLOCAL_DATA_DIR",
                "VPCLOCAL_FLOWLOG_NODATA_X | VPCLOCAL_FLOW_LOGS_NO_DATA",
                "VPCLOCAL_FLOW_LOGS_NODATA | VPCLOCAL_FLOW_LOGS_NO_DATA",
                "VPC_LOCAL_QUOTAS | VPCLOCAL_QUOTAS",
                "VPCLOCAL_DEFAULT_REGION | VPCLOCAL_PROTOCOL_DEFAULT_REGION",
                "VPCLOCAL_LOG_CALLS | VPCLOCAL_PROTOCOL_LOG_CALLS",
                "VPCLOCAL_SERVER_PORT | SERVER_PORT",
                "VPCLOCAL_PORT | SERVER_PORT",
                "VPCLOCAL_CHARGES_LOG_STORAGE_0_PRIZE | VPCLOCAL_CHARGES_LOG_STORAGE_PRICE",
                "vpclocal.data-dirr | vpclocal.data-dir",
                "vpclocal.network.defaultVpcs | vpclocal.network.default-vpc"
            })
    void aMisspeltName(String name, String meant) {
        assertThat(UnknownSettings.problem(name))
                .contains(name + " is not a setting and has no effect. Did you mean " + meant + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VPCLOCAL_WHATEVER_THIS_IS", "vpclocal.whatever-this-is", "VPCLOCAL_JARS_OF_OTHERS"})
    void aNameThatIsLikeNoOther(String name) {
        assertThat(UnknownSettings.problem(name))
                .contains(name + " is not a setting and has no effect. The README lists the settings.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VPCLOCAL_UPSTREAM_NOSUCHTHING | nosuchthing | The name must be a signing name, such as dynamodb or cognito-idp.",
                "VPCLOCAL_UPSTREAM_DYNAMDB | dynamdb | Did you mean VPCLOCAL_UPSTREAM_DYNAMODB?",
                "vpclocal.upstream.lamda | lamda | Did you mean vpclocal.upstream.lambda?"
            })
    void anUpstreamOfAnUnknownService(String name, String service, String end) {
        assertThat(UnknownSettings.problem(name))
                .contains(name + " has an effect only on calls that are signed for '" + service
                        + "', which is not the signing name of a known service. " + end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ec2", "iam", "sts", "logs", "elasticloadbalancing"})
    void anUpstreamOfAnEmulatedService(String service) {
        String name = "VPCLOCAL_UPSTREAM_" + service.toUpperCase(java.util.Locale.ROOT);
        assertThat(UnknownSettings.problem(name))
                .contains(name + " has no effect, because VPC Local answers calls of " + service + " itself.");
    }

    static Set<String> settings() {
        return Settings.names();
    }

    /** The ways of writing a name that Spring accepts. */
    @ParameterizedTest
    @MethodSource("settings")
    void everySettingIsKnown(String setting) {
        assertThat(Stream.of(
                        setting,
                        setting.replace("-", ""),
                        setting.replace("-", "_"),
                        UnusableSetting.variable(setting),
                        UnusableSetting.variable(setting.replace("-", ""))))
                .allSatisfy(name -> assertThat(UnknownSettings.problem(name)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VPCLOCAL_CHARGES_LOG_STORAGE_0_PRICE",
                "vpclocal.charges.endpoint-data[12].up-to-gb",
                "VPCLOCAL_CONTROL_ALLOWED_HOSTS_0",
                "vpclocal.control.allowed-origins[1]",
                "VPCLOCAL_UPSTREAM_S3",
                "VPCLOCAL_UPSTREAM_COGNITO_IDP",
                "vpclocal.upstream.execute-api"
            })
    void elementsOfListsAndUpstreamsAreKnown(String name) {
        assertThat(UnknownSettings.problem(name)).isEmpty();
    }

    /** A variable that the project's own scripts, images and examples read or set gets no warning. */
    @Test
    void everyVariableOfTheProjectIsKnown() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String place : Set.of(
                "bin",
                "bench",
                "docker",
                "examples",
                "docs",
                ".github",
                "src/main/java/io/vpclocal/testkit",
                "Dockerfile",
                "docker-compose.yml",
                "README.md",
                "CONTRIBUTING.md")) {
            if (Files.exists(Path.of(place))) {
                try (Stream<Path> files = Files.walk(Path.of(place))) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        Matcher name =
                                VARIABLE.matcher(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
                        while (name.find()) {
                            names.add(name.group());
                        }
                    }
                }
            }
        }
        names.removeAll(Set.of("VPCLOCAL_CHARGES"));
        assertThat(names).hasSizeGreaterThan(40).allSatisfy(name -> assertThat(UnknownSettings.problem(name))
                .isEmpty());
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void variablesThatKubernetesAndDockerSet(CapturedOutput output) {
        warn(Map.of(
                "VPCLOCAL_PORT", "tcp://10.0.0.1:4566",
                "VPCLOCAL_PORT_4566_TCP", "tcp://10.0.0.1:4566",
                "VPCLOCAL_PORT_4566_TCP_ADDR", "10.0.0.1",
                "VPCLOCAL_SERVICE_HOST", "10.0.0.1",
                "VPCLOCAL_SERVICE_PORT_HTTP", "4566",
                "VPC_LOCAL_SERVICE_PORT", "4566",
                "VPCLOCAL_NAME", "/app/vpclocal"));
        assertThat(output.getAll()).doesNotContain("is not a setting");
        warn(Map.of("VPCLOCAL_PORT", "4566", "VPCLOCAL_DATADIRR", "x"));
        assertThat(output.getAll()).contains("VPCLOCAL_PORT is not a setting", "VPCLOCAL_DATADIRR is not a setting");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void argumentsThatNothingReads(CapturedOutput output) {
        StandardEnvironment settings = new StandardEnvironment();
        settings.getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource(
                        "start", "-p", "--port=4567", "--data-dir=x", "--help", "--debug", "--VPCLOCAL_QUOTAS=strict"));
        UnknownSettings.warn(settings);
        assertThat(output.getAll())
                .contains(
                        "The arguments 'start,-p' have no effect. Arguments have the form --vpclocal.data-dir=DIRECTORY.",
                        "The argument --port has no effect. Did you mean --server.port?",
                        "The argument --data-dir has no effect. Did you mean --vpclocal.data-dir?",
                        "The argument --help has no effect. Arguments have the form",
                        "The argument --VPCLOCAL_QUOTAS has no effect. Did you mean --vpclocal.quotas?")
                .doesNotContain("--debug");
    }

    private static void warn(Map<String, Object> variables) {
        StandardEnvironment settings = new StandardEnvironment();
        settings.getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        UnknownSettings.warn(settings);
    }
}
