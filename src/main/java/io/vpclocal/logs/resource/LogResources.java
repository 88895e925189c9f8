package io.vpclocal.logs.resource;

import io.vpclocal.logs.LogTags;
import io.vpclocal.logs.NextTokens;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.codec.ModelText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.core.SdkPojo;

/** Stores, finds and tags resources. */
@Service
public class LogResources {

    private final LogResourceRows rows;
    private final NextTokens tokens;

    LogResources(LogResourceRows rows, NextTokens tokens) {
        this.rows = rows;
        this.tokens = tokens;
    }

    /** @param nextToken null on the last page */
    public record Page(
            List<LogResourceEntity> resources, @Nullable String nextToken) {}

    public Optional<LogResourceEntity> find(Scope scope, LogResourceKind kind, String name) {
        return rows.find(scope.account(), scope.region(), kind, name);
    }

    /** The resource of any kind with the ARN. */
    public Optional<LogResourceEntity> find(Scope scope, String arn) {
        for (LogResourceKind kind : LogResourceKind.values()) {
            String prefix = kind.arn(scope, "");
            if (arn.startsWith(prefix)) {
                return find(scope, kind, arn.substring(prefix.length()));
            }
        }
        return Optional.empty();
    }

    /** All of a kind, in the order of their names. */
    public List<LogResourceEntity> findAll(Scope scope, LogResourceKind kind) {
        return rows.list(scope.account(), scope.region(), kind);
    }

    public LogResourceEntity create(
            Scope scope, LogResourceKind kind, String name, SdkPojo definition, Map<String, String> tags) {
        LogTags.check(tags, tags.size());
        LogResourceEntity made = new LogResourceEntity(scope, kind, name, ModelText.write(definition));
        made.tags().putAll(tags);
        return rows.save(made);
    }

    /** A resource as the API describes it. */
    public static <T extends SdkPojo> T definition(LogResourceEntity resource, Class<T> type) {
        return ModelText.read(AwsService.LOGS, type, resource.definition());
    }

    public static void define(LogResourceEntity resource, SdkPojo changed) {
        resource.define(ModelText.write(changed));
    }

    public void delete(LogResourceEntity resource) {
        rows.delete(resource);
    }

    /** Adds tags. An existing key gets the new value. */
    public void tag(LogResourceEntity resource, Map<String, String> tags) {
        long added = tags.keySet().stream()
                .filter(key -> !resource.tags().containsKey(key))
                .count();
        LogTags.check(tags, resource.tags().size() + (int) added);
        resource.tags().putAll(tags);
    }

    /**
     * A page of the resources of a kind, in the order of their names.
     *
     * @param question the parameters that select the resources
     */
    public Page page(
            Call call,
            LogResourceKind kind,
            List<?> question,
            Predicate<LogResourceEntity> wanted,
            int limit,
            @Nullable String token) {
        String after = tokens.read(call, question, token);
        List<LogResourceEntity> found = findAll(call.scope(), kind).stream()
                .filter(wanted)
                .filter(resource -> after == null || resource.name().compareTo(after) > 0)
                .limit(limit + 1L)
                .toList();
        List<LogResourceEntity> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? page.get(limit - 1).name() : null;
        return new Page(page, tokens.write(call, question, next));
    }
}
