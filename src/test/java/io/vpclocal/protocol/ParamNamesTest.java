package io.vpclocal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Required parameters of EC2 are named as {@link Params} says, at every place that requires one. */
class ParamNamesTest {

    private static final Path SOURCES = Path.of("src/main/java/io/vpclocal");

    /** A part of the module network whose errors AWS words in its own way (see TransitErrors). */
    private static final String TRANSIT_GATEWAYS = "network/transitgateway";

    /** The modules whose actions are those of VPC endpoints, their services, the network analyzers, and what instances are made of. */
    private static final Set<String> UPPER_CASE_MODULES =
            Set.of("endpoint", "endpointservice", "notification", "analysis", "compute", TRANSIT_GATEWAYS);

    /** Parameters that AWS names in upper camel case although their modules name others in lower camel case. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "GroupDescription", "CreateSecurityGroup, reported by users",
            "GroupName", "UNVERIFIED: CreateSecurityGroup, as GroupDescription",
            "InstanceId", "DescribeInstances, reported by users",
            "ImageId", "RunInstances, reported by users",
            "MinCount", "RunInstances, recorded in the tests of an SDK",
            "MaxCount", "UNVERIFIED: RunInstances, as MinCount",
            "NetworkInterface.DeviceIndex", "UNVERIFIED: RunInstances, as MinCount");

    private static final Pattern REQUIRED =
            Pattern.compile("\\brequire(?:Any)?\\((?:[^;\"]|\\R)*?,\\s*\"([\\w.]+)\"\\)");

    private record Use(String module, String file, String name) {

        boolean upper() {
            return Character.isUpperCase(name.charAt(0));
        }
    }

    @Test
    void everyRequiredParameterIsNamedByTheRule() throws IOException {
        List<Use> uses = uses();
        assertThat(uses).hasSizeGreaterThan(100);
        assertThat(uses).filteredOn(use -> !EXCEPTIONS.containsKey(use.name())).allSatisfy(use -> assertThat(
                        use.upper())
                .as("%s: '%s' begins in upper case", use.file(), use.name())
                .isEqualTo(UPPER_CASE_MODULES.contains(use.module())));
    }

    @Test
    void everyExceptionIsUsed() throws IOException {
        Set<String> used = new TreeSet<>();
        uses().stream()
                .filter(use -> !UPPER_CASE_MODULES.contains(use.module()))
                .forEach(use -> used.add(use.name()));
        assertThat(used).containsAll(EXCEPTIONS.keySet());
    }

    private static List<Use> uses() throws IOException {
        List<Use> uses = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(ParamNamesTest::usesParams).toList()) {
                String module = module(SOURCES.relativize(file));
                REQUIRED.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .forEach(name ->
                                uses.add(new Use(module, file.getFileName().toString(), name)));
            }
        }
        return uses;
    }

    private static String module(Path file) {
        return file.startsWith(TRANSIT_GATEWAYS)
                ? TRANSIT_GATEWAYS
                : file.getName(0).toString();
    }

    private static boolean usesParams(Path file) {
        try {
            return file.toString().endsWith(".java") && Files.readString(file).contains("io.vpclocal.protocol.Params");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
