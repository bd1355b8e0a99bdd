-- Incidents from before their state kept every phase they have been in, and who ended them: both stand in their facts.
UPDATE "incident" SET "state" = "state" || jsonb_build_object(
  'been', (
    SELECT jsonb_agg("phase" ORDER BY "first") FROM (
      SELECT "phase", min("seq") AS "first" FROM (
        SELECT 'triage' AS "phase", 0 AS "seq"
        UNION ALL
        SELECT CASE "kind" WHEN 'incident.merged' THEN 'merged' ELSE "data" ->> 'to' END, "seq" FROM "fact"
        WHERE "incident_number" = "incident"."number" AND "kind" IN ('phase.changed', 'incident.merged')
      ) AS "moves" GROUP BY "phase"
    ) AS "reached"
  ),
  'endedBy', CASE WHEN NOT "open" THEN (
    SELECT jsonb_build_object('kind', "actor_kind", 'id', coalesce("actor_id", ''), 'name', "actor_name") FROM "fact"
    WHERE "incident_number" = "incident"."number"
      AND ("kind" = 'incident.merged' OR "kind" = 'phase.changed' AND "data" ->> 'to' IN ('resolved', 'cancelled'))
    ORDER BY "seq" DESC LIMIT 1
  ) END
);
