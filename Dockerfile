# Both bases are arguments, so that the image can be built where no image registry is reached.
ARG BUILD_IMAGE=eclipse-temurin:25-jdk
ARG RUN_IMAGE=debian:bookworm-slim

FROM ${BUILD_IMAGE} AS build
WORKDIR /src
# Dependencies change less than sources, so they have a layer of their own.
COPY mvnw pom.xml ./
COPY .mvn .mvn
RUN ./mvnw -B -ntp -q -Pquick -Dmaven.test.skip=true dependency:resolve dependency:resolve-plugins
COPY src src
RUN ./mvnw -B -ntp -q -Pquick -Dmaven.test.skip=true package \
    && mv target/vpc-local-*-exec.jar target/vpc-local.jar \
    && java -Djarmode=tools -jar target/vpc-local.jar extract --layers --destination /layers
COPY docker docker
RUN docker/vpc-local-runtime /runtime

FROM ${RUN_IMAGE}
RUN groupadd --gid 10001 vpclocal \
    && useradd --uid 10001 --gid vpclocal --home-dir /var/lib/vpclocal --create-home vpclocal \
    && mkdir /app && chown vpclocal:vpclocal /app
COPY --from=build /runtime /opt/java
ENV JAVA_HOME=/opt/java PATH=/opt/java/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8
WORKDIR /app
# The layers that change least come first.
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
COPY docker/vpc-local-health docker/vpc-local-train /usr/local/bin/
# A number, by which Kubernetes knows that it is not root.
USER 10001:10001
# Little memory: the heap gives back what it does not need. Most of what is called by reflection is called once, which does
# not repay a class that would make the second call faster.
ENV JDK_JAVA_OPTIONS="-XX:+UseSerialGC -XX:ReservedCodeCacheSize=240m -Xms96m -XX:MinHeapFreeRatio=10 \
-XX:MaxHeapFreeRatio=30 -Djdk.reflect.useNativeAccessorOnly=true"
# A run that answers a few requests leaves its loaded classes behind, for every later start to begin with. A cache that is
# written without the optimizing compiler has starts with it take no longer than starts without; its own profiles cost more.
RUN JDK_JAVA_OPTIONS="$JDK_JAVA_OPTIONS -XX:TieredStopAtLevel=1" vpc-local-train /app/vpc-local.aot
ENV SERVER_ADDRESS=0.0.0.0 \
    VPCLOCAL_DATA_DIR=/var/lib/vpclocal
EXPOSE 4566
VOLUME /var/lib/vpclocal
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s CMD ["vpc-local-health"]
ARG VERSION=0.1.0-SNAPSHOT
LABEL org.opencontainers.image.title="VPC Local" \
      org.opencontainers.image.description="A local emulator of Amazon VPC endpoints, VPC Flow Logs and the IAM permissions around them" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.vendor="VPC Local" \
      org.opencontainers.image.url="https://vpclocal.io" \
      org.opencontainers.image.source="https://vpclocal.io/vpc-local"
# Of what is not in that file Java would warn at every start.
ENTRYPOINT ["java", "-XX:AOTCache=/app/vpc-local.aot", "-Xlog:aot*=error", "-jar", "vpc-local.jar"]
