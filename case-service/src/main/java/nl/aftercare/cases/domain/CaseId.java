package nl.aftercare.cases.domain;

import java.util.UUID;

public record CaseId(UUID value) {}
