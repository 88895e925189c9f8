package io.vpclocal.identity.iam.directory;

import io.vpclocal.identity.policy.PolicyDialect;
import io.vpclocal.identity.policy.PolicyDocument;
import io.vpclocal.identity.policy.PolicyDocumentProblem;
import io.vpclocal.identity.policy.PolicySet;
import io.vpclocal.identity.policy.PolicyType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Parses stored policy documents once and caches them while they are in use. */
@Component
public class CompiledPolicies {

    private static final int KEPT = 4_000;

    private record Key(PolicyDialect dialect, String text) {}

    private final Map<Key, PolicyDocument> documents =
            Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, PolicyDocument> eldest) {
                    return size() > KEPT;
                }
            });

    /** @throws PolicyDocumentProblem if the text is not a valid policy */
    public PolicyDocument get(PolicyDialect dialect, String text) {
        Key key = new Key(dialect, text);
        PolicyDocument known = documents.get(key);
        if (known == null) {
            known = PolicyDocument.parse(text, dialect);
            documents.put(key, known);
        }
        return known;
    }

    /** A user's or role's own policies, with its boundary. */
    public PolicySet.Builder policies(IamDirectory.Holder holder) {
        return policies(holder, IamDirectory.AttachedText::id, true);
    }

    /**
     * A user's, group's or role's own policies.
     *
     * @param name the name of a policy in decisions
     * @param bounded with the boundary
     */
    public PolicySet.Builder policies(
            IamDirectory.Holder holder, Function<IamDirectory.AttachedText, String> name, boolean bounded) {
        PolicySet.Builder set = PolicySet.builder();
        for (IamDirectory.AttachedText policy : holder.policies()) {
            set.attach(PolicyType.IDENTITY, name.apply(policy), get(PolicyDialect.STORED, policy.document()));
        }
        IamDirectory.AttachedText boundary = holder.boundary();
        if (bounded && boundary != null) {
            set.attach(
                    PolicyType.PERMISSIONS_BOUNDARY,
                    name.apply(boundary),
                    get(PolicyDialect.STORED, boundary.document()));
        }
        return set;
    }
}
