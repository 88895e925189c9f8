package io.vpclocal.loadbalancer.resource;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceRepository;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds the resources of one kind by ARN. */
public abstract class ElbService<T extends ElbEntity> {

    private final ElbArn.Kind kind;
    private final ResourceRepository<T> rows;

    protected ElbService(ElbArn.Kind kind, ResourceRepository<T> rows) {
        this.kind = kind;
        this.rows = rows;
    }

    /** Holds what must be held before the resource, then the resource; empty if there is none. */
    protected abstract Optional<T> lockRow(Scope scope, String arn, String id);

    /**
     * The resource of an ARN; empty if the scope does not have it.
     *
     * @throws AwsException {@code ValidationError} if the text is not an ARN of this kind
     */
    public Optional<T> find(Scope scope, String arn) {
        return idIn(scope, arn).flatMap(id -> rows.find(scope, id)).filter(named(arn));
    }

    /**
     * @throws AwsException {@code ValidationError} if the text is not an ARN, or the kind's error if the resource does
     *     not exist
     */
    public T require(Scope scope, String arn) {
        return find(scope, arn).orElseThrow(() -> kind.notFound(arn));
    }

    /** Like {@link #require}, locked after what must be locked before it. */
    public T lock(Scope scope, String arn) {
        return lockIfPresent(scope, arn).orElseThrow(() -> kind.notFound(arn));
    }

    /** The same; empty if the scope does not have it. */
    public Optional<T> lockIfPresent(Scope scope, String arn) {
        return idIn(scope, arn).flatMap(id -> lockRow(scope, arn, id)).filter(named(arn));
    }

    /** The id in an ARN; empty if the ARN is of another account or Region. */
    protected Optional<String> idIn(Scope scope, String text) {
        ElbArn arn = ElbArn.parse(kind, text).orElseThrow(() -> kind.notAnArn(text));
        return arn.scope().equals(scope) ? Optional.of(arn.id()) : Optional.empty();
    }

    /** The requested ones by ARN or else by name, each once; all in the order of creation if none is requested. */
    protected List<T> findAll(Scope scope, List<String> arns, List<String> names, Function<T, String> name) {
        if (arns.isEmpty() && names.isEmpty()) {
            return rows.findAll(scope);
        }
        arns.forEach(arn -> idIn(scope, arn));
        Map<String, T> known = new HashMap<>();
        rows.findAll(scope).forEach(each -> known.put(arns.isEmpty() ? name.apply(each) : each.arn(), each));
        Set<T> found = new LinkedHashSet<>();
        for (String wanted : arns.isEmpty() ? names : arns) {
            found.add(Optional.ofNullable(known.get(wanted)).orElseThrow(kind::someNotFound));
        }
        return List.copyOf(found);
    }

    private Predicate<T> named(String arn) {
        return found -> found.arn().equals(arn);
    }
}
