package io.vpclocal.notification;

import io.vpclocal.notification.MessageEntity.Outcome;
import io.vpclocal.protocol.StateLock;
import io.vpclocal.upstream.Upstream;
import io.vpclocal.upstream.Upstreams;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * Publishes messages to Amazon SNS sequentially, each once, on its own thread. A slow or failing SNS affects only the
 * message's record. The access key is the account of the topic's owner.
 */
@Component
class SnsPublisher implements DisposableBean {

    private static final Duration CONNECT_TIME = Duration.ofSeconds(2);
    private static final Duration ANSWER_TIME = Duration.ofSeconds(10);
    private static final String SUBJECT = "VPC endpoint connection notification";
    private static final String SECRET = "vpclocal";

    private final @Nullable Upstream upstream;
    private final Messages messages;
    private final StateLock lock;
    private final TransactionTemplate transaction;
    private final ThreadPoolTaskExecutor thread = new ThreadPoolTaskExecutor();
    private final Map<Topic, SnsClient> clients = new ConcurrentHashMap<>();

    SnsPublisher(Upstreams upstreams, Messages messages, StateLock lock, PlatformTransactionManager transactions) {
        this.lock = lock;
        this.upstream = upstreams.of("sns").orElse(null);
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        thread.setCorePoolSize(1);
        thread.setMaxPoolSize(1);
        thread.setThreadNamePrefix("sns-publish-");
        thread.setDaemon(true);
        thread.initialize();
    }

    /** Whether an SNS endpoint is set. */
    boolean enabled() {
        return upstream != null;
    }

    /** Publishes a recorded message after the commit of its transaction. */
    void publishAfterCommit(String id, Topic topic, String text) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                submit(id, topic, text);
            }
        });
    }

    private void submit(String id, Topic topic, String text) {
        try {
            thread.execute(() -> publish(id, topic, text));
        } catch (TaskRejectedException e) {
            // On shutdown the message would otherwise stay pending.
            conclude(id, Outcome.FAILED, null, "The emulator was shut down before the message was published.");
        }
    }

    private void publish(String id, Topic topic, String text) {
        try {
            String messageId = client(topic)
                    .publish(r -> r.topicArn(topic.arn()).subject(SUBJECT).message(text))
                    .messageId();
            conclude(id, Outcome.PUBLISHED, messageId, null);
        } catch (SdkException e) {
            conclude(id, Outcome.FAILED, null, shortened(e));
        }
    }

    private void conclude(String id, Outcome outcome, @Nullable String messageId, @Nullable String failure) {
        lock.shared(() -> {
            transaction.executeWithoutResult(status -> messages.conclude(id, outcome, messageId, failure));
            return id;
        });
    }

    private SnsClient client(Topic topic) {
        return clients.computeIfAbsent(new Topic("", topic.region(), topic.account()), this::newClient);
    }

    private SnsClient newClient(Topic topic) {
        Upstream sns = Objects.requireNonNull(upstream);
        return SnsClient.builder()
                .endpointOverride(sns.uri())
                .region(Region.of(topic.region()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        Objects.requireNonNullElse(sns.accessKeyId(), topic.account()),
                        Objects.requireNonNullElse(sns.secret(), SECRET))))
                .httpClient(httpClient())
                .overrideConfiguration(c -> c.retryStrategy(s -> s.maxAttempts(1)))
                .build();
    }

    private static SdkHttpClient httpClient() {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT_TIME)
                .socketTimeout(ANSWER_TIME)
                .build();
    }

    private static String shortened(SdkException failure) {
        String text = String.valueOf(failure.getMessage());
        return text.substring(0, Math.min(text.length(), NotificationLimits.FAILURE));
    }

    @Override
    public void destroy() {
        thread.shutdown();
        clients.values().forEach(SnsClient::close);
    }
}
