package io.vpclocal.proxy.policy;

import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.StateLock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Aliases and grants of keys in upstreams. */
@Component
public class LearntKeyNames {

    private final LearntAliasRows aliases;
    private final LearntGrantRows grants;
    private final TransactionTemplate transaction;
    private final StateLock lock;

    LearntKeyNames(
            LearntAliasRows aliases, LearntGrantRows grants, PlatformTransactionManager transactions, StateLock lock) {
        this.aliases = aliases;
        this.grants = grants;
        this.transaction = new TransactionTemplate(transactions);
        this.lock = lock;
    }

    /** The ARN of the key that an alias stands for. */
    Optional<String> key(String alias) {
        return aliases.findById(alias).map(LearntAliasEntity::target);
    }

    /** The names of a key's aliases, such as {@code alias/app}. */
    List<String> aliases(String key) {
        return aliases.findByTargetOrderByArn(key).stream()
                .map(alias -> alias.arn().substring(alias.arn().indexOf("alias/")))
                .toList();
    }

    /** The policies that a key's grants amount to. */
    public List<String> grants(String key) {
        return grants.findByResourceOrderById(key).stream()
                .map(LearntGrantEntity::policy)
                .toList();
    }

    void alias(String alias, Scope owner, String key) {
        change(() -> aliases.save(new LearntAliasEntity(alias, owner, key)));
    }

    void forgetAlias(String alias) {
        change(() -> aliases.deleteById(alias));
    }

    void grant(String id, Scope owner, String key, @Nullable String token, String policy) {
        change(() -> grants.save(new LearntGrantEntity(id, owner, key, token, policy)));
    }

    void forgetGrant(@Nullable String id, @Nullable String token) {
        change(() -> {
            if (id != null) {
                grants.deleteById(id);
            }
            if (token != null) {
                grants.deleteByToken(token);
            }
        });
    }

    private void change(Runnable work) {
        lock.shared(() -> {
            transaction.executeWithoutResult(status -> work.run());
            return null;
        });
    }
}
