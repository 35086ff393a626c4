# Makes the topics of topics.properties (name=partitions) that are not there yet.
set -euo pipefail
while IFS=' =' read -r name partitions; do
  case "$name" in
    '' | '#'*) continue ;;
  esac
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:9092 --create --if-not-exists \
    --topic "$name" --partitions "$partitions" --replication-factor 1
done < /topics.properties
