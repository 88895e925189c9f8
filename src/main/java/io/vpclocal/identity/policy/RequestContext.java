package io.vpclocal.identity.policy;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The request to evaluate: a principal, an action, a resource and condition keys.
 *
 * <p>A call with several resources has one context per resource; {@link #toBuilder} copies the shared parts. Names of
 * condition keys are case-insensitive, including tag keys in them. Immutable, except that lazy values are computed once
 * on demand.
 */
public final class RequestContext {

    private final PolicyPrincipal principal;
    private final String action;
    private final String lowerAction;
    private final String lowerService;
    private final ArnPattern.Arn resource;
    private final @Nullable String resourceAccount;
    private final Map<String, ContextValue> values;

    private RequestContext(Builder builder) {
        this.principal = builder.principal;
        this.action = builder.action;
        this.lowerAction = action.toLowerCase(Locale.ROOT);
        int colon = lowerAction.indexOf(':');
        this.lowerService = colon < 0 ? lowerAction : lowerAction.substring(0, colon);
        this.resource = new ArnPattern.Arn(builder.resource);
        this.resourceAccount = builder.resourceAccount == null ? accountOf(resource) : builder.resourceAccount;
        Map<String, ContextValue> all = new HashMap<>();
        principal.contextKeys().forEach((name, list) -> all.put(lower(name), ContextValue.single(name, list.get(0))));
        all.putAll(builder.values);
        this.values = all;
    }

    /** Starts a request of {@code principal} for {@code action}, such as {@code ec2:CreateVpcEndpoint}. */
    public static Builder of(PolicyPrincipal principal, String action) {
        return new Builder(principal, action);
    }

    /** A builder with a copy of this, for the next resource or action of the same call. */
    public Builder toBuilder() {
        Builder builder = new Builder(principal, action);
        builder.resource = resource.text();
        builder.resourceAccount = resourceAccount;
        builder.values.putAll(values);
        return builder;
    }

    /** The principal. */
    public PolicyPrincipal principal() {
        return principal;
    }

    /** The action as given. */
    public String action() {
        return action;
    }

    /** The ARN of the resource, or {@code *}. */
    public String resource() {
        return resource.text();
    }

    /** The account that owns the resource. Null for the caller's account. */
    public @Nullable String resourceAccount() {
        return resourceAccount;
    }

    /** All condition keys with their values, in no particular order. Computes lazy values. */
    public Map<String, List<String>> keys() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        values.values().stream()
                .filter(value -> !value.isAbsent())
                .forEach(value -> keys.put(value.name(), value.values()));
        return keys;
    }

    @Nullable
    ContextValue lookup(String lowerKey) {
        return values.get(lowerKey);
    }

    boolean has(String key) {
        ContextValue value = values.get(lower(key));
        return value != null && !value.isAbsent();
    }

    String lowerAction() {
        return lowerAction;
    }

    String lowerService() {
        return lowerService;
    }

    ArnPattern.Arn resourceArn() {
        return resource;
    }

    boolean isSameAccount() {
        return resourceAccount == null || resourceAccount.equals(principal.account());
    }

    private static @Nullable String accountOf(ArnPattern.Arn arn) {
        String account = arn.segment(4);
        return PrincipalPattern.isAccount(account) ? account : null;
    }

    private static String lower(String key) {
        return key.toLowerCase(Locale.ROOT);
    }

    /** Builds a request. A later value of a key replaces an earlier one. */
    public static final class Builder {

        private final PolicyPrincipal principal;
        private String action;
        private String resource = "*";
        private @Nullable String resourceAccount;
        private final Map<String, ContextValue> values = new HashMap<>();

        private Builder(PolicyPrincipal principal, String action) {
            this.principal = principal;
            this.action = action;
        }

        /** Sets the action. */
        public Builder action(String value) {
            this.action = value;
            return this;
        }

        /**
         * Sets the resource's ARN. The default is {@code *}, for actions without resources. The account is read from
         * the ARN.
         */
        public Builder resource(String arn) {
            this.resource = arn;
            this.resourceAccount = null;
            return this;
        }

        /** Sets the account that owns the resource, for ARNs without an account, such as those of buckets. */
        public Builder resourceAccount(String account) {
            this.resourceAccount = account;
            return this;
        }

        /** A single-valued key. */
        public Builder key(String name, String value) {
            values.put(lower(name), ContextValue.single(name, value));
            return this;
        }

        /** A single-valued boolean key. */
        public Builder key(String name, boolean value) {
            return key(name, String.valueOf(value));
        }

        /** A single-valued numeric key. */
        public Builder key(String name, long value) {
            return key(name, String.valueOf(value));
        }

        /** A multivalued key, such as {@code aws:TagKeys}. An empty one counts as absent. */
        public Builder keys(String name, Collection<String> list) {
            values.put(lower(name), ContextValue.multiple(name, list));
            return this;
        }

        /** A single-valued key computed when a policy needs it. Empty if absent. */
        public Builder lazyKey(String name, Supplier<Optional<String>> source) {
            values.put(lower(name), ContextValue.lazy(name, false, () -> source.get().stream()
                    .toList()));
            return this;
        }

        /** A multivalued key computed when a policy needs it. */
        public Builder lazyKeys(String name, Supplier<? extends Collection<String>> source) {
            values.put(lower(name), ContextValue.lazy(name, true, source));
            return this;
        }

        /** Sets {@code aws:CurrentTime} and {@code aws:EpochTime}. */
        public Builder time(Instant now) {
            return key("aws:CurrentTime", now.toString()).key("aws:EpochTime", now.getEpochSecond());
        }

        /**
         * Marks the request as sent through a VPC endpoint: sets {@code aws:SourceVpce}, {@code aws:SourceVpc} and
         * {@code aws:VpcSourceIp}, and removes {@code aws:SourceIp}.
         */
        public Builder throughEndpoint(String endpointId, String vpcId, String privateIp) {
            values.remove(lower("aws:SourceIp"));
            return key("aws:SourceVpce", endpointId).key("aws:SourceVpc", vpcId).key("aws:VpcSourceIp", privateIp);
        }

        /** Builds the request. */
        public RequestContext build() {
            return new RequestContext(this);
        }
    }
}
