package io.vpclocal.network.defaultvpc;

import io.vpclocal.network.region.Regions;
import io.vpclocal.protocol.AccountOpener;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.ResetListener;
import io.vpclocal.protocol.Scope;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates an account's default VPC on its first EC2 call in a Region. Rejects calls to Regions that do not exist. */
@Component
public class DefaultVpcOpener implements AccountOpener, ResetListener {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultVpcOpener.class);
    private static final int ATTEMPTS = 12;
    private static final int STRIPES = 64;

    private final DefaultVpcs defaultVpcs;
    private final Regions regions;
    private final boolean wanted;
    private final TransactionTemplate transaction;
    private final Set<Scope> opened = ConcurrentHashMap.newKeySet();

    /** Serializes the first calls of one account, to avoid conflicts in the database. */
    private final ReentrantLock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

    DefaultVpcOpener(
            DefaultVpcs defaultVpcs,
            Regions regions,
            NetworkProperties properties,
            PlatformTransactionManager transactions) {
        this.defaultVpcs = defaultVpcs;
        this.regions = regions;
        this.wanted = properties.defaultVpc();
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void open(AwsService service, Scope scope) {
        if (opened.contains(scope)) {
            return;
        }
        if ((service == AwsService.EC2 || service == AwsService.LOGS || service == AwsService.ELB)
                && regions.find(scope.region()).isEmpty()) {
            throw unknownRegion(service, scope.region());
        }
        if (service == AwsService.EC2 && wanted) {
            openOnce(scope);
        }
    }

    /** Clears the cache of known accounts, so that accounts that were reset get a default VPC again. */
    @Override
    public void reset(@Nullable String account, @Nullable String region) {
        opened.removeIf(scope -> (account == null || account.equals(scope.account()))
                && (region == null || region.equals(scope.region())));
    }

    private void openOnce(Scope scope) {
        ReentrantLock stripe = stripes[Math.floorMod(scope.hashCode(), STRIPES)];
        stripe.lock();
        try {
            if (!opened.contains(scope)) {
                createWithRetries(scope);
                opened.add(scope);
            }
        } finally {
            stripe.unlock();
        }
    }

    /** Another node may create it at the same time. The call that fails is repeated and finds the row. */
    private void createWithRetries(Scope scope) {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(status -> defaultVpcs.createFirst(scope));
                return;
            } catch (ConcurrencyFailureException | DataIntegrityViolationException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LOG.debug("Creating the default VPC of {} failed on attempt {}. Trying again.", scope, attempt, e);
            }
        }
    }

    private static AwsException unknownRegion(AwsService service, String region) {
        String text = "Credential should be scoped to a valid Region: Region '" + region + "' does not exist.";
        return switch (service) {
            case EC2 -> new AwsException("AuthFailure", text);
            case LOGS -> new AwsException("InvalidSignatureException", text);
            case IAM, STS, ELB -> new AwsException("SignatureDoesNotMatch", text, 403);
        };
    }
}
