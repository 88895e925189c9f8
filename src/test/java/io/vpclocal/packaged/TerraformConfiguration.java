package io.vpclocal.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One configuration whose modules are several configurations, because the provider's start takes longer than all its
 * calls. Plain providers with the same settings become one provider of the root.
 */
final class TerraformConfiguration {

    private static final String CHANGED = "changed.tfvars";
    private static final String URL = "http://localhost:4566";

    /** A provider without settings of its own, apart from its Region, its keys and the endpoints of its services. */
    private static final Pattern PLAIN_PROVIDER = Pattern.compile("provider \"aws\" \\{\\n"
            + "((?:  (?:region|access_key|secret_key) *= \"[^\"]*\"\\n)*)"
            + "  endpoints \\{\\n((?:    \\w+ *= \"[^\"]*\"\\n)*)  }\\n}\\n");

    private static final Pattern ENDPOINT = Pattern.compile("(\\w+) *=");

    private final Path work;
    private final String url;
    private final List<Path> modules;
    /** The services by settings. */
    private final Map<String, Set<String>> providers = new LinkedHashMap<>();
    /** The settings of the provider by module. */
    private final Map<Path, String> settings = new TreeMap<>();

    /** @param modules directories with configurations for the README's endpoint; their names differ */
    TerraformConfiguration(Path work, String url, List<Path> modules) throws IOException {
        this.work = work;
        this.url = url;
        this.modules = modules;
        for (Path module : modules) {
            copy(module);
        }
    }

    /** @param changed whether the modules get the arguments that change everything that can change in place */
    void write(boolean changed) throws IOException {
        StringBuilder root = new StringBuilder();
        providers.forEach((settings, services) -> {
            root.append("provider \"aws\" {\n  alias = \"%s\"\n%s  endpoints {\n".formatted(alias(settings), settings));
            services.forEach(service -> root.append("    %s = \"%s\"\n".formatted(service, url)));
            root.append("  }\n}\n");
        });
        for (Path module : modules) {
            root.append("module \"%1$s\" {\n  source = \"./%1$s\"\n".formatted(name(module)));
            String provider = settings.get(module);
            if (provider != null) {
                root.append("  providers = { aws = aws.%s }\n".formatted(alias(provider)));
            }
            String changes = changes(module);
            // Arguments of modules look like the lines of a variables file.
            root.append(changed ? changes : "").append("}\n");
        }
        Files.writeString(work.resolve("main.tf"), root);
    }

    void writeImports(String blocks) throws IOException {
        Files.writeString(work.resolve("imports.tf"), blocks);
    }

    private void copy(Path module) throws IOException {
        Path copy = Files.createDirectory(work.resolve(name(module)));
        try (Stream<Path> files = Files.list(module)) {
            for (Path file : files.filter(file -> Files.isRegularFile(file) && !file.endsWith("README.md"))
                    .toList()) {
                String text = PLAIN_PROVIDER
                        .matcher(Files.readString(file))
                        .replaceAll(provider -> remembered(module, provider))
                        .replace(URL, url);
                Files.writeString(copy.resolve(file.getFileName()), text);
            }
        }
    }

    private String remembered(Path module, MatchResult provider) {
        settings.put(module, provider.group(1));
        Set<String> services = providers.computeIfAbsent(provider.group(1), s -> new TreeSet<>());
        ENDPOINT.matcher(provider.group(2)).results().forEach(service -> services.add(service.group(1)));
        return "";
    }

    private String alias(String settings) {
        return "provider" + List.copyOf(providers.keySet()).indexOf(settings);
    }

    private static String changes(Path module) throws IOException {
        if (Files.exists(module.resolve(CHANGED))) {
            return Files.readString(module.resolve(CHANGED));
        }
        assertThat(module.resolve("main.tf"))
                .as("%s needs a %s or a variable \"changed\"", module, CHANGED)
                .content()
                .contains("variable \"changed\"");
        return "changed = true\n";
    }

    private static String name(Path module) {
        return module.getFileName().toString();
    }
}
